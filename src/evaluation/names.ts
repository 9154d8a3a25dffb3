/** Whether an annotator's name and an entity of the extractor's are the same. */
import type { LocalEntity } from '../extraction/annotations.ts'
import { foldKey } from '../text/fold.ts'

/** A code is a country's; a name agrees with an entity's, also where one has more parts before it than the other. */
export function sameName(name: string, entity: LocalEntity | undefined): boolean {
  if (entity === undefined) return false
  if (/^[A-Z]{2}$/u.test(name)) return entity.kind === 'COUNTRY' && entity.lexiconKey === name
  const wanted = ` ${wordKeys(name).join(' ')}`
  const found = ` ${wordKeys(entity.name).join(' ')}`
  return found.endsWith(wanted) || wanted.endsWith(found)
}

/** The words of a text, folded, without the article. */
export function wordKeys(text: string): string[] {
  return foldKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^(?:ال|لل)(?=.{2})/u, ''))
}
