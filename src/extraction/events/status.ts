/** Whether an act has happened, is to come, is denied or only thought of, by its tense and the words in front of it. */
import type { FuzzyDate } from '../../time/fuzzy-date.ts'
import type { EventStatus } from '../annotations.ts'
import type { SentenceView } from './sentence-view.ts'
import type { Trigger } from './triggers.ts'
import { classAt } from './word-class.ts'

/** How far in front of an act a word may stand that says so. */
const REACH = 6

/** The status of an act; null where its clause tells of none: "لا تكذب", "did not need to". */
export function statusOf(
  view: SentenceView,
  trigger: Trigger,
  date: FuzzyDate | null,
  publishedOn: string | null,
): EventStatus | null {
  const { tokens } = view
  const { at, verb } = trigger
  const present = verb?.tense === 'PRESENT' || verb?.tense === 'BASE'
  let planned = verb?.tense === 'FUTURE' || (present && isToCome(date, publishedOn))
  let possible = false
  for (let back = at - 1; back >= 0 && at - back <= REACH; back--) {
    if (classAt(tokens, back, 'condition') !== undefined) return 'HYPOTHETICAL'
    if (view.boundary[back] === 1 && !isOpenComplement(view, back)) break
    if (classAt(tokens, back, 'denial') !== undefined) return 'DENIED'
    const near = at - back <= (view.latin ? 3 : 2)
    if (near && classAt(tokens, back, 'negation') !== undefined) return negated(view, back)
    if (near && tokens[back]?.key === 'قد' && verb?.tense === 'PRESENT') possible = true
    if (classAt(tokens, back, 'possibility') !== undefined && (at - back <= 4 || verb?.tense === 'PRESENT'))
      possible = true
    if (isFutureWord(view, back, at)) planned = true
    if (!view.latin && back < at - 1 && (view.verbs[back] ?? []).length > 0 && !possible && !planned) break
  }
  return possible ? 'HYPOTHETICAL' : planned ? 'PLANNED' : 'REPORTED'
}

/** A present with a day that is still to come, or the page's own day, announces: "يلتقي اليوم". */
function isToCome(date: FuzzyDate | null, publishedOn: string | null): boolean {
  return date !== null && publishedOn !== null && date.earliest >= publishedOn
}

function isFutureWord(view: SentenceView, back: number, at: number): boolean {
  if (classAt(view.tokens, back, 'future') === undefined) return false
  if (!view.latin) return true
  return at - back <= 3 && (view.partyAt[at - 1] ?? -1) < 0
}

/** أن between a word of will and its verb: "intends to visit" is one clause. */
function isOpenComplement(view: SentenceView, at: number): boolean {
  return view.tokens[at]?.key === 'ان' || view.tokens[at]?.key === 'بان' || view.tokens[at]?.key === 'that'
}

/** "لا يزال" and "no longer" deny nothing; a present that is negated is a habit, and no event that failed to happen. */
function negated(view: SentenceView, at: number): EventStatus | null {
  const key = view.tokens[at]?.key ?? ''
  const next = view.tokens[at + 1]?.key ?? ''
  if (/^[يت]زال/u.test(next) || next === 'longer' || next === 'only') return 'REPORTED'
  if (key === 'لا' || key === 'no' || key === 'never') return null
  if (view.latin && key === 'not') return /^w(?:ill|ould)$/u.test(view.tokens[at - 1]?.key ?? '') ? 'DENIED' : null
  return 'DENIED'
}
