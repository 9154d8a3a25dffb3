/**
 * The parts of a name, in which two spellings of one name agree: folded, parts that some write together and others apart
 * joined (عبد الله = عبدالله, آل خليفة), quotes, hyphens and initials' dots dropped. Articles stay: الأسد is no أسد.
 */
import { tokenize } from '../../text/tokens.ts'

/** Words that are one name part with the word behind them, folded. */
const PREFIXES: ReadonlySet<string> = new Set(['عبد', 'ابو', 'ابي', 'ابا', 'ام', 'ال'])

/** Words that are one name part with the word before them, folded. */
const SUFFIXES: ReadonlySet<string> = new Set(['الله', 'الدين'])

/** The parts of a name, folded; عبد الله and أبو بكر are one part each. */
export function nameParts(name: string): string[] {
  const parts: string[] = []
  let pending = ''
  for (const token of tokenize(name)) {
    if (token.kind === 'PUNCTUATION') continue
    const key = pending + token.key.replaceAll('.', '')
    if (pending === '' && parts.length > 0 && SUFFIXES.has(token.key)) {
      parts.push(`${parts.pop() ?? ''}${key}`)
      continue
    }
    pending = PREFIXES.has(token.key) ? key : ''
    if (pending === '') parts.push(key)
  }
  if (pending !== '') parts.push(pending)
  return parts
}

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
