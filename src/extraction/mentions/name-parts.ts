/**
 * The parts of a name, in which two spellings of one name agree: folded, parts that some write together and others apart
 * joined (عبد الله = عبدالله, آل خليفة), quotes, hyphens and initials' dots dropped. Articles stay: الأسد is no أسد.
 */
import { nameParticles } from '../../lexicon/name-particles.ts'
import { oncePerString } from '../../text/once-per-string.ts'
import { tokenize } from '../../text/tokens.ts'

/** The parts of a name, folded; عبد الله and أبو بكر are one part each. */
export const nameParts: (name: string) => readonly string[] = oncePerString((name) => {
  const parts: string[] = []
  let pending = ''
  for (const token of tokenize(name)) {
    if (token.kind === 'PUNCTUATION') continue
    const key = pending + token.key.replaceAll('.', '')
    if (pending === '' && parts.length > 0 && isSuffix(token.text)) {
      parts.push(`${parts.pop() ?? ''}${key}`)
      continue
    }
    pending = isPrefix(token.text) ? key : ''
    if (pending === '') parts.push(key)
  }
  if (pending !== '') parts.push(pending)
  return parts
})

/**
 * Whether `short` may stand for `full` in one document: its last part is a family name of `full`, or it is `full` with
 * middle parts left out.
 */
export function isShortFormOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length === 0 || short.length >= full.length) return false
  if (short.length === 1) return short[0] === full.at(-1)
  let at = 0
  for (const part of full) if (part === short[at]) at += 1
  return at === short.length && short.at(-1) === full.at(-1)
}

/** أبو, عبد, آل: one part with the word behind. */
function isPrefix(word: string): boolean {
  return nameParticles.get(word).some(({ kind, key }) => kind === 'prefix' && key !== 'saint')
}

/** الدين, الله: one part with the word before. */
function isSuffix(word: string): boolean {
  return nameParticles.get(word).some(({ key }) => key === 'ad-din')
}
