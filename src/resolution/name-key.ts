/** The key under which two spellings of one name are the same name. */
import { nameParts } from '../extraction/mentions/name-parts.ts'

/** The parts of a name, folded and joined: عبد الله and عبدالله have one key. */
export function nameKey(name: string): string {
  return nameParts(name).join(' ')
}
