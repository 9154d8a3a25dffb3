/** Chooses, of all that a record holds, the value for each field of an article. */
import type { RecordField, RecordFieldName } from '../lexicon/record-fields.ts'
import type { LocatedText } from './located-text.ts'
import type { RecordFields } from './record-article.ts'

/** A value with what the name that it stands under means. */
export type NamedValue = { readonly name: RecordFieldName; readonly value: LocatedText }

/** The fields by meaning; of two with one meaning the strong name counts, then the first that is not empty. */
export function chooseFields(values: Iterable<NamedValue>): RecordFields {
  const fields: { [Field in RecordField]?: LocatedText } = {}
  const strong = new Set<RecordField>()
  for (const { name, value } of values) {
    const known = fields[name.field]
    const empty = value.text.trim() === ''
    const better = known === undefined || known.text.trim() === '' || (name.strong && !empty && !strong.has(name.field))
    if (!better) continue
    fields[name.field] = value
    if (name.strong && !empty) strong.add(name.field)
  }
  return fields
}
