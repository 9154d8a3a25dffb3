/**
 * What the records of one dump have in common and no single one of them shows: whether their dates are written month
 * first, and whether a publisher's name stands behind each headline. A dump that is taken apart gives each record what
 * the dump's beginning showed, as a parameter of its media type.
 */
import type { RecordFields } from './record-article.ts'
import { isMonthFirst } from './record-dates.ts'
import { titleTail } from './record-title.ts'

/** Habits of whoever wrote the records. */
export type RecordHabits = { readonly monthFirst: boolean; readonly publisherBehindTitle: boolean }

/** No habits, as a record alone has. */
export const NO_HABITS: RecordHabits = { monthFirst: false, publisherBehindTitle: false }

const FEWEST_TITLES = 3
const MOST = 0.8
const PARAMETER = /;\s*habits="([a-z -]*)"/i
const PART = /;\s*part=record/i
const MONTH_FIRST = 'month-first'
const PUBLISHER_BEHIND = 'publisher-behind-title'

/** The habits that records show, with those that their media type tells of. */
export function habitsOf(records: readonly RecordFields[], mediaType: string | null): RecordHabits {
  const told = PARAMETER.exec(mediaType ?? '')?.[1]?.split(' ') ?? []
  const titles = records.map((record) => record.TITLE?.text.trim() ?? '').filter((title) => title !== '')
  const tails = titles.map(titleTail).filter((tail) => tail !== null)
  return {
    monthFirst: told.includes(MONTH_FIRST) || isMonthFirst(records.map((record) => record.DATE?.text ?? '')),
    publisherBehindTitle:
      told.includes(PUBLISHER_BEHIND) || (titles.length >= FEWEST_TITLES && tails.length >= MOST * titles.length),
  }
}

/** Whether a document was taken out of a dump: alone among many, it may hold nothing to read. */
export function isPartOfDump(mediaType: string | null): boolean {
  return PART.test(mediaType ?? '')
}

/** A media type that says so, and tells of habits. */
export function partOfDump(mediaType: string, habits: RecordHabits): string {
  const told = [habits.monthFirst ? MONTH_FIRST : '', habits.publisherBehindTitle ? PUBLISHER_BEHIND : '']
  const words = told.filter((word) => word !== '').join(' ')
  return `${mediaType}; part=record${words === '' ? '' : `; habits="${words}"`}`
}
