/** Texts annotated in TimeML: the words, and where its dates stand in them. */

/** A date is told by its value where that is a year, month or day by itself; counted ones hang on a day that is not told. */
type MarkedDate = { readonly start: number; readonly end: number; readonly value: string | null }

const TAG = /<TIMEX3([^>]*)>([^<]*)<\/TIMEX3>/gu
const STATED = /(?:1[3-9]|20)\d\d/u

/** Takes the tags out of a TimeML document; of its expressions those that are dates stay. */
export function readTimeMl(document: string): { readonly text: string; readonly expected: readonly MarkedDate[] } {
  const body = document.replace(/^.*<TimeML[^>]*>/su, '').replace(/<\/TimeML>.*$/su, '')
  const expected: MarkedDate[] = []
  let text = ''
  let from = 0
  for (const match of body.matchAll(TAG)) {
    const [whole, attributes = '', words = ''] = match
    text += body.slice(from, match.index)
    from = match.index + whole.length
    const value = /value="([^"]*)"/u.exec(attributes)?.[1] ?? ''
    if (/type="DATE"/u.test(attributes) && /^\d/u.test(value))
      expected.push({ start: text.length, end: text.length + words.length, value: STATED.test(words) ? value : null })
    text += words
  }
  return { text: text + body.slice(from), expected }
}
