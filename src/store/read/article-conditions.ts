import { searchQuery } from '../../text/search-forms.ts'
import { Prisma } from '../generated/client.ts'
import { bounded, countryIds, entityId, entityIds } from './entity-ids.ts'
import { decodeId } from './global-id.ts'
import type { Row, Sql } from './reading.ts'
import { every, when } from './rows.ts'
import { typed } from './typed.ts'

type Given<T> = T | null | undefined
type ArticleKind = 'MAIN' | 'EMBEDDED' | 'HEADLINE'

/** What an article must be; what is left out holds of all. */
export type ArticleWhere = {
  readonly source?: Given<string>
  readonly language?: Given<string>
  readonly kinds?: Given<readonly ArticleKind[]>
  readonly from?: Given<string>
  readonly to?: Given<string>
  readonly mentionsAll?: Given<readonly string[]>
  readonly mentionsAny?: Given<readonly string[]>
  readonly countries?: Given<readonly string[]>
  readonly text?: Given<string>
}

/** Bare headlines are nobody's article: only who asks for them gets them. */
const defaultKinds: readonly ArticleKind[] = ['MAIN', 'EMBEDDED']

export function kindsOf(filter: Given<ArticleWhere>): readonly ArticleKind[] {
  return [...new Set(filter?.kinds ?? defaultKinds)]
}

/** Whether the filter says more than which kinds. */
export function isNarrow(filter: Given<ArticleWhere>): boolean {
  return Object.entries(filter ?? {}).some(([name, value]) => name !== 'kinds' && value !== null)
}

/**
 * The conditions of a filter on an article's row, but for its kinds, which each list finds where it can follow an index.
 * @throws BAD_USER_INPUT for an id, a code or a list that does not fit
 */
export function articleConditions(article: Row, filter: Given<ArticleWhere>): Sql | undefined {
  return every([
    when(filter?.source, (id) => Prisma.sql`${article}.source_id = ${decodeId(id, ['Source']).uuid}::uuid`),
    when(filter?.language, (language) => languageIs(article, language)),
    when(filter?.from, (day) => Prisma.sql`${article}.sort_on >= ${day}::date`),
    when(filter?.to, (day) => onOrBefore(article, day)),
    ...bounded('ids', filter?.mentionsAll ?? []).map((id) => mentions(article, Prisma.sql`= ${entityId(id)}`)),
    when(filter?.mentionsAny, (ids) => mentions(article, Prisma.sql`= any(${entityIds(ids)})`)),
    when(filter?.countries, (codes) => mentions(article, Prisma.sql`in ${countryIds(codes)}`)),
    when(filter?.text, (text) => matches(article, text)),
  ])
}

/** Whether an article is the newest of its versions: only those are listed, found and counted. */
export function isCurrent(article: Row): Sql {
  return Prisma.sql`not ${article}.superseded`
}

/** Rows without a day sort as the first day of year 1; they are neither before nor after anything. */
export function onOrBefore(row: Row, day: string): Sql {
  return Prisma.sql`${row}.sort_on <= ${day}::date and ${row}.sort_on > '0001-01-01'`
}

/** A language or any of its regions: `ar` holds of `ar-SY`. */
function languageIs(article: Row, language: string): Sql {
  const tag = language.toLowerCase()
  return Prisma.sql`(lower(${article}.language) = ${tag} or starts_with(lower(${article}.language), ${`${tag}-`}))`
}

function mentions(article: Row, which: Sql): Sql {
  return Prisma.sql`exists(select 1 from article_entity x where x.article_id = ${article}.id and x.entity_id ${which})`
}

/** Nothing that a user types is an error: words are folded to letters and digits, and no word finds nothing. */
function matches(article: Row, text: string): Sql {
  const query = searchQuery(typed(text))
  return query === '' ? Prisma.sql`false` : Prisma.sql`${article}.search @@ to_tsquery('simple', ${query})`
}
