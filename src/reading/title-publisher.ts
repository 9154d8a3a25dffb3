/** A publisher's name glued to a title by a dash or a bar: "… 200 countries | The Meridian Courier", "… - المستقبل". */
import type { Span } from '../text/span.ts'
import { creditRole } from './credit-names.ts'

/** The title without the publisher; the span is in the line. */
export type TitlePublisher = { readonly title: Span; readonly name: string }

const SUFFIX = /\s+[|\-–—]\s+([^|]{2,60})$/u

/** Parts the publisher from the title; null when there is none. */
export function titlePublisher(line: string): TitlePublisher | null {
  const suffix = SUFFIX.exec(line)
  const name =
    suffix?.[1]
      ?.split(/\s+[|\-–—]\s+/u)
      .at(-1)
      ?.trim() ?? ''
  if (suffix === null || !['OUTLET', 'AGENCY'].includes(creditRole(name))) return null
  const at = line.length - name.length
  const end = line.slice(0, at).replace(/\s*[|\-–—]\s*$/u, '').length
  return { title: { start: 0, end }, name }
}
