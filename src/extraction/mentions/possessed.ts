/** Offices that belong to somebody named before: «نظيره», «سلفها», «نجله». */
import type { Office } from '../../lexicon/offices.ts'
import type { Token } from '../../text/tokens.ts'

/** Whether an office that says how one person stands to another ends in a pronoun. */
export function isPossessed(last: Token | undefined, values: readonly Office[]): boolean {
  return last !== undefined && /(?:ه|ها|هم|هما)$/u.test(last.text) && values.some(({ level }) => level === 'relation')
}
