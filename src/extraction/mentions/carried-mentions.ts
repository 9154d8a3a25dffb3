/**
 * Short forms of persons whom the article names in full somewhere: the family name with what joins it (جاويش أوغلو, دي
 * ميستورا, الأسد), before or behind the full name.
 */

import { wordReadings } from '../../text/clitics.ts'
import { type Token, tokenize } from '../../text/tokens.ts'
import type { ArticleText } from '../article-text.ts'
import { nameParts } from './name-parts.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { isClosed, isVerb } from './words.ts'

type ShortForm = { readonly keys: readonly string[]; readonly lexiconKey: string | null }

/** Mentions by family name alone of the persons among `introduced`. */
export function carriedMentions(text: ArticleText, introduced: readonly Proposal[]): Proposal[] {
  const forms = shortForms(text, introduced)
  if (forms.size === 0) return []
  return text.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token, at) => {
      for (const { key, start, prefixes } of wordReadings(token)) {
        const form = forms
          .get(key)
          ?.find(({ keys }) => keys.every((word, i) => i === 0 || sentence.tokens[at + i]?.key === word))
        if (form === undefined) continue
        if (prefixes.length === 0 && form.keys.length === 1 && mayBeWord(token, key)) continue
        return [propose(sentence, at, at + form.keys.length, carried(form), token.start + start)]
      }
      return []
    }),
  )
}

function carried(form: ShortForm) {
  return {
    kind: 'PERSON',
    form: 'NAME',
    lexiconKey: null,
    countryCode: null,
    confidence: 0.8,
    rule: form.keys.length > 1 ? 'carried-names' : 'carried-surname',
    specificity: SPECIFICITY.shape,
  } as const
}

/** A family name that is a verb or a little word, too, is not carried. */
function mayBeWord(token: Token, key: string): boolean {
  return isClosed(key) || (isVerb(key) && !token.text.startsWith('ال'))
}

/** By first word, longest first. */
function shortForms(text: ArticleText, introduced: readonly Proposal[]): Map<string, ShortForm[]> {
  const forms = new Map<string, Map<string, ShortForm>>()
  for (const person of introduced) {
    if (person.kind !== 'PERSON') continue
    const field = text.sentences[person.sentence]?.field ?? 'TEXT'
    const words = text.slice({ field, start: person.start, end: person.end })
    for (const keys of tails(words)) {
      const first = keys[0] ?? ''
      const same = forms.get(first) ?? new Map<string, ShortForm>()
      same.set(keys.join(' '), { keys, lexiconKey: person.lexiconKey })
      forms.set(first, same)
    }
  }
  const sorted = new Map<string, ShortForm[]>()
  for (const [first, same] of forms)
    sorted.set(
      first,
      [...same.values()].sort((a, b) => b.keys.length - a.keys.length),
    )
  return sorted
}

/** What may stand for a name of several parts: its last part, and its last two. */
function tails(name: string): string[][] {
  const words = tokenize(name).filter(({ kind }) => kind !== 'PUNCTUATION')
  const parts = nameParts(name)
  if (parts.length < 2) return []
  const found: string[][] = []
  let end = words.length
  for (let part = parts.length - 1; part > 0 && found.length < 3; part--) {
    const length = wordsOf(parts[part] ?? '', words, end)
    end -= length
    const keys = words.slice(end).map(({ key }) => key)
    if (keys.length > 0 && (keys.length > 1 || (keys[0] ?? '').length > 2)) found.push(keys)
  }
  return found
}

/** How many words before `end` make up a part: عبد الله is one part of two words. */
function wordsOf(part: string, words: readonly Token[], end: number): number {
  let joined = ''
  for (let at = end - 1, length = 1; at >= 0; at--, length++) {
    joined = (words[at]?.key ?? '').replaceAll('.', '') + joined
    if (joined === part) return length
  }
  return 1
}
