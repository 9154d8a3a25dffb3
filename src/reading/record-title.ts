/** The publisher's name behind a record's headline: "… في 8 بنوك مصرية - المستقبل", as aggregators write it. */
import { foldKey } from '../text/fold.ts'
import { titlePublisher } from './title-publisher.ts'

/** A headline, where it ends, and the name behind it, where that begins. */
export type SplitTitle = { readonly end: number; readonly nameStart: number; readonly name: string }

const TAIL = /\s+[|\-–—]\s+((?:(?!\s[-–—]\s)[^|]){2,60})$/u
const MOST_TAIL_WORDS = 5

/** What stands behind a headline's last dash or bar, if it is as short as a name; the title is trimmed. */
export function titleTail(title: string): SplitTitle | null {
  const match = TAIL.exec(title)
  const name = match?.[1]?.trim() ?? ''
  if (match === null || match.index === 0 || name.split(/\s+/u).length > MOST_TAIL_WORDS) return null
  return { end: match.index, nameStart: title.length - name.length, name }
}

/** Parts a headline from its publisher: the record's own source, an outlet that is known, or any name where that is a habit. */
export function splitTitle(title: string, source: string, habit: boolean): SplitTitle | null {
  const tail = titleTail(title)
  if (tail !== null && (habit || foldKey(tail.name) === foldKey(source))) return tail
  const known = titlePublisher(title, '')
  if (known === null) return null
  return { end: known.title.end, nameStart: title.lastIndexOf(known.name), name: known.name }
}
