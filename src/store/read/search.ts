import { nameKey } from '../../resolution/name-key.ts'
import { searchQuery, searchTerms } from '../../text/search-forms.ts'
import { Prisma } from '../generated/client.ts'
import { isCurrent } from './article-conditions.ts'
import { isListed, literal } from './entity-conditions.ts'
import { key } from './orders.ts'
import type { Order, Row, Rows, Sql } from './reading.ts'
import { typed } from './typed.ts'

/**
 * Search over articles (words of headline and text, by `tsvector('simple')` over folded, prefix-free forms, never
 * stemmed) and entities (names, by the aliases' folded keys: whole, beginning, words, and for slips of the pen by
 * trigrams). Nothing that a user types is an error: only letters and digits of it get as far as a query.
 */
export type SearchKind = 'ARTICLE' | 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE'

/** Best first; equals by day, then by id. The score is a whole number, so that it goes through a cursor unchanged. */
export const byScore: Order = {
  name: 'score',
  descending: true,
  keys: [key('score', 'integer'), key('sort_on', 'date'), key('id', 'uuid'), key('kind', 'text')],
}

/** Entities stand above articles, whole names above parts of them; within a tier the most mentioned first. */
const tiers = { whole: 40_000_000, beginning: 30_000_000, words: 20_000_000, similar: 10_000_000 } as const
const mostMentions = 9_000_000
/** Trigram similarity from which a name counts as a slip of another, given that it begins with the same letter. */
const similarEnough = 0.5
/** What an article's rank is worth whose word stands only behind a prefix: بأنقرة for أنقرة. */
const prefixedWorth = 0.8
/** Proclitics and their chains with the article, folded. */
const prefixes = ['ال', 'و', 'ف', 'ب', 'ل', 'ك', 'وال', 'بال', 'فال', 'كال', 'لل', 'وب', 'ول', 'وبال', 'ولل']

/** Rows of hits with score, sort_on, id and kind; nothing for a text without a word. */
export function searchSources(hit: Row, text: string, kinds: readonly SearchKind[]): readonly Rows[] {
  const words = typed(text)
  const entityKinds = kinds.filter((kind) => kind !== 'ARTICLE')
  const sources = [
    ...(kinds.includes('ARTICLE') ? [articleHits(words)] : []),
    ...(entityKinds.length > 0 ? [entityHits(words, entityKinds)] : []),
  ].filter((source) => source !== null)
  const found = sources.length > 0 ? sources : [nothing]
  return found.map((source) => ({ from: Prisma.sql`(${source}) ${hit}` }))
}

const nothing = Prisma.sql`select 0 as score, '0001-01-01'::date as sort_on, null::uuid as id, '' as kind where false`

function articleHits(text: string): Sql | null {
  const query = searchQuery(text)
  if (query === '') return null
  const rank = Prisma.sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', a.search, to_tsquery('simple', ${query}), 1)`
  const worth = Prisma.sql`case when a.search @@ to_tsquery('simple', ${prefixedQuery(text)}) then ${prefixedWorth}::float8 else 1 end`
  return Prisma.sql`select round(1000000 * ${rank} * ${worth})::int as score, a.sort_on, a.id, 'ARTICLE' as kind
    from article a where a.search @@ to_tsquery('simple', ${query}) and a.kind in ('MAIN', 'EMBEDDED')
      and ${isCurrent(Prisma.sql`a`)}`
}

/** Any of the words behind a prefix. */
function prefixedQuery(text: string): string {
  const forms = searchTerms(text).flatMap((term) => prefixes.map((prefix) => `'${prefix}${term}'`))
  return forms.join(' | ')
}

function entityHits(text: string, kinds: readonly SearchKind[]): Sql | null {
  const name = nameKey(text)
  if (name === '') return null
  const part = `%${literal(name)}%`
  const found = Prisma.sql`select x.entity_id, max(case
      when x.key = ${name} then ${tiers.whole}::int
      when starts_with(x.key, ${`${name} `}) then ${tiers.beginning}::int
      when strpos(' ' || x.key || ' ', ${` ${name} `}) > 0 then ${tiers.words}::int
      when left(x.key, 1) = left(${name}, 1) and similarity(x.key, ${name}) >= ${similarEnough}::float8
        then ${tiers.similar}::int end) as tier
    from alias x where x.key = ${name} or x.key like ${part} or x.key % ${name}
    group by x.entity_id`
  return Prisma.sql`select found.tier + least(e.article_count, ${mostMentions}::int) as score,
      '0001-01-01'::date as sort_on, e.id, e.kind::text as kind
    from (${found}) found join entity e on e.id = found.entity_id
    where found.tier is not null and ${isListed(Prisma.sql`e`)} and e.kind = any(${[...kinds]}::entity_kind[])`
}
