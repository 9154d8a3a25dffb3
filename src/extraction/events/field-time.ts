import type { TimeExpression } from '../../time/fuzzy-date.ts'
import type { ArticleField } from '../annotations.ts'

/** Words that tell a time, with the field that they stand in. */
export type FieldTime = TimeExpression & { readonly field: ArticleField }
