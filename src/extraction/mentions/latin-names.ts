/** Persons' names in Latin letters: words with capitals, with the little words (van, al-, de) that join them. */
import { familyNames } from '../../lexicon/family-names.ts'
import { givenNames } from '../../lexicon/given-names.ts'
import { nameParticles } from '../../lexicon/name-particles.ts'
import type { Token } from '../../text/tokens.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import type { NameCue, PartKind, PersonName } from './person-names.ts'

const MOST_TOKENS = 9

/** The name that starts at token `first`; null when none does. */
export function latinNameAt(
  sentence: AnalyzedSentence,
  first: number,
  cue: NameCue,
  names: NamesInSentence,
): PersonName | null {
  const parts: PartKind[] = []
  let at = first
  while (at < sentence.tokens.length && at - first < MOST_TOKENS) {
    const step = stepAt(sentence, at, parts.length === 0, names)
    if (step === null) break
    parts.push(...step.parts)
    at += step.tokens
  }
  const [head] = parts
  const [start, end] = [sentence.tokens[first]?.start, sentence.tokens[at - 1]?.end]
  if (head === undefined || start === undefined || end === undefined || !isEnough(parts, cue)) return null
  return { first, last: at, start, end, parts }
}

function isEnough(parts: readonly PartKind[], cue: NameCue): boolean {
  if (cue === 'TITLE') return true
  const [head] = parts
  if (parts.length < 2) return false
  return cue === 'APPOSITION' || head === 'strong' || (head === 'weak' && parts.some((part) => part !== 'shape'))
}

type Step = { readonly tokens: number; readonly parts: readonly PartKind[] }

function stepAt(sentence: AnalyzedSentence, at: number, isFirst: boolean, names: NamesInSentence): Step | null {
  const token = sentence.tokens[at]
  if (token === undefined || token.script !== 'LATIN' || token.kind !== 'WORD' || names.covers(at))
    return particle(sentence, at, isFirst)
  const given = givenNames.matchAt(sentence.tokens, at)[0]
  if (given !== undefined) {
    const isStrong = given.values.some(({ strength }) => strength === 'strong')
    return { tokens: given.tokens, parts: [isStrong ? 'strong' : 'weak'] }
  }
  const family = familyNames.matchAt(sentence.tokens, at)[0]
  if (family !== undefined) {
    return {
      tokens: family.tokens,
      parts: [family.values.some(({ strength }) => strength === 'strong') ? 'family' : 'family-weak'],
    }
  }
  return particle(sentence, at, isFirst) ?? (isCapital(token) ? { tokens: 1, parts: ['shape'] } : null)
}

/** «al-», «van der», «bin», and the hyphen between two parts: only with a capital behind them. */
function particle(sentence: AnalyzedSentence, at: number, isFirst: boolean): Step | null {
  const token = sentence.tokens[at]
  const next = sentence.tokens[at + 1]
  if (token?.text === '-' && !isFirst && next !== undefined && isCapital(next) && token.end === next.start) {
    return sentence.tokens[at - 1]?.end === token.start ? { tokens: 2, parts: ['shape'] } : null
  }
  const match = nameParticles.matchAt(sentence.tokens, at)[0]
  if (match === undefined) return null
  const kinds = match.values.map(({ kind }) => kind)
  if (kinds.includes('suffix')) return isFirst ? null : { tokens: match.tokens, parts: [] }
  let behind = at + match.tokens
  if (sentence.tokens[behind]?.text === '-') behind += 1
  const part = sentence.tokens[behind]
  return part !== undefined && isCapital(part) ? { tokens: behind + 1 - at, parts: ['joined'] } : null
}

function isCapital(token: Token): boolean {
  return token.script === 'LATIN' && token.kind === 'WORD' && /^\p{Lu}/u.test(token.text)
}
