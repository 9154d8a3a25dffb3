import {
  buildASTSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  parse,
  printSchema,
} from 'graphql'
import { schema } from '../../src/graph/schema.ts'
import type { Database } from '../../src/store/database.ts'
import { encodeId, type IdType } from '../../src/store/read/global-id.ts'

/**
 * A second reading of the graph, as plain as it can be: all tables in memory, a resolver a field, no statement and
 * nothing compiled. Slow, and what the compiled one must say, byte for byte.
 */

// biome-ignore lint/suspicious/noExplicitAny: rows of every table
type Row = any
type Tables = Readonly<Record<string, readonly Row[]>>
type Args = Record<string, Row>
type Resolvers = Record<string, (row: Row, args: Args) => unknown>

const tableNames = [
  'alias',
  'article',
  'article_entity',
  'attribution_step',
  'country',
  'document',
  'document_note',
  'document_part',
  'entity',
  'event',
  'event_participant',
  'event_report',
  'mention',
  'organization',
  'place',
  'quote',
  'report_participant',
  'role',
  'role_evidence',
  'sentence',
  'source',
  'story',
] as const

/** The same schema, answered from memory. */
export async function plainSchema(database: Database): Promise<GraphQLSchema> {
  const tables = Object.fromEntries(
    await Promise.all(tableNames.map(async (name) => [name, await rowsOf(database, name)])),
  )
  const plain = buildASTSchema(parse(printSchema(schema)))
  const resolvers = resolversOf(tables)
  for (const type of Object.values(plain.getTypeMap())) {
    if (!isObjectType(type)) continue
    const own = {
      ...(type.getInterfaces().some(({ name }) => name === 'Entity') ? resolvers['Entity'] : {}),
      ...resolvers[type.name],
    }
    for (const field of Object.values(type.getFields())) {
      const resolver = own[field.name]
      const resolve: GraphQLFieldResolver<Row, unknown, Args> = (row, args) =>
        resolver === undefined ? row[snake(field.name)] : resolver(row, args)
      field.resolve = resolve
    }
  }
  return plain
}

async function rowsOf({ pool }: Database, table: string): Promise<Row[]> {
  const { rows } = await pool.query(`select to_json(t) as row from ${table} t`)
  return rows.map(({ row }) => row)
}

function resolversOf(tables: Tables): Record<string, Resolvers> {
  const all = (table: string): readonly Row[] => tables[table] ?? []
  const find = (table: string, id: string | null): Row => all(table).find((row) => row.id === id) ?? null
  const where = (table: string, column: string, value: unknown): Row[] =>
    all(table).filter((row) => row[column] === value)
  const entity = (id: string | null): Row => typed(find('entity', id))
  const evidence: Resolvers = {
    article: (row) => find('article', row.article_id),
    sentence: (row) => find('sentence', row.sentence_id),
  }
  const mentionedBy = (kind: string) => (article: Row) =>
    [...Map.groupBy(where('mention', 'article_id', article.id).sort(byPlace), (mention) => mention.entity_id)]
      .map(([entity_id, mentions]) => ({ entity_id, count: mentions.length, first: mentions[0] }))
      .sort((a, b) => b.count - a.count || byPlace(a.first, b.first) || text(a.entity_id, b.entity_id))
      .map((row) => entity(row.entity_id))
      .filter((row) => row.kind === kind)
  const chain = (owner: string) => (row: Row) => {
    const steps = where('attribution_step', owner, row.id).sort((a, b) => a.ordinal - b.ordinal)
    const source = find('source', find('article', row.article_id).source_id)
    if (source === null || (steps[0]?.ordinal === 0 && steps[0].start === null)) return steps
    const outlet = all('entity').find((other) => other.kind === 'ORGANIZATION' && other.key === source.key)
    return [{ text: source.name, anonymous: false, entity_id: outlet?.id ?? null }, ...steps]
  }
  const articles = (rows: readonly Row[], args: Args) =>
    pageOf(
      rows.filter((row) => passes(row, args['where'])),
      args,
      args['orderBy'] === 'OLDEST' ? oldest : newest,
    )
  const passes = (article: Row, filter: Row): boolean => {
    const entities = where('article_entity', 'article_id', article.id).map((row) => row.entity_id)
    return (
      counts({ article_id: article.id }) &&
      (filter?.kinds ?? ['MAIN', 'EMBEDDED']).includes(article.kind) &&
      (filter?.language == null || article.language === filter.language) &&
      (filter?.from == null || article.sort_on >= filter.from) &&
      (filter?.to == null || (article.published_on !== null && article.published_on <= filter.to)) &&
      (filter?.countries == null ||
        all('country').some((country) => filter.countries.includes(country.code) && entities.includes(country.id)))
    )
  }
  return {
    Query: {
      articles: (_, args) => articles(all('article'), args),
      persons: (_, args) => entitiesOf('PERSON', args),
      countries: (_, args) => entitiesOf('COUNTRY', args),
      organizations: (_, args) => entitiesOf('ORGANIZATION', args),
      places: (_, args) => entitiesOf('PLACE', args),
      events: (_, args) =>
        pageOf(
          all('event').filter(({ type }) => args['where']?.types == null || args['where'].types.includes(type)),
          args,
          args['orderBy'] === 'OLDEST' ? oldest : newest,
        ),
      quotes: (_, args) => pageOf(all('quote').filter(counts), args, newest),
      stories: (_, args) => pageOf(all('story'), args, newest),
      sources: (_, args) => pageOf(all('source'), args, named),
    },
    Document: {
      id: id('Document'),
      receivedAt: ({ received_at }) => instant(received_at),
      crawledAt: ({ crawled_at }) => instant(crawled_at),
      notes: (row) => where('document_note', 'document_id', row.id).sort(byOrdinal),
      parts: (row) => where('document_part', 'document_id', row.id).sort(byOrdinal),
      articles: (row) => where('article', 'document_id', row.id).sort(byOrdinal),
    },
    DocumentPart: {
      text: (row) => find('document', row.document_id).text.slice(row.start, row.end),
      article: (row) => find('article', row.article_id),
    },
    Article: {
      id: id('Article'),
      publishedAt: ({ published_at }) => instant(published_at),
      updatedAt: ({ updated_at }) => instant(updated_at),
      source: (row) => find('source', row.source_id),
      document: (row) => find('document', row.document_id),
      related: (row) =>
        where('article', 'document_id', row.document_id)
          .filter((other) => other !== row)
          .sort(byOrdinal),
      sentences: (row) => where('sentence', 'article_id', row.id).sort(byOrdinal),
      mentions: (row, { kinds }) =>
        where('mention', 'article_id', row.id)
          .filter((mention) => kinds == null || kinds.includes(find('entity', mention.entity_id).kind))
          .sort(byPlace),
      persons: mentionedBy('PERSON'),
      countries: mentionedBy('COUNTRY'),
      organizations: mentionedBy('ORGANIZATION'),
      places: mentionedBy('PLACE'),
      versions: (row) => versionsOf(row),
      supersededBy: (row) => (counts({ article_id: row.id }) ? null : versionsOf(row)[0]),
      reports: (row) => where('event_report', 'article_id', row.id).filter(counts).sort(byOrdinal),
      events: (row) => {
        const told = where('event_report', 'article_id', row.id).filter(counts).sort(byOrdinal)
        return [...new Set(told.map((report) => report.event_id))].map((event) => find('event', event))
      },
      quotes: (row) => where('quote', 'article_id', row.id).sort(byOrdinal),
      story: (row) => find('story', row.story_id),
    },
    Sentence: { article: evidence['article'] ?? (() => null) },
    Evidence: evidence,
    Mention: { id: id('Mention'), entity: (row) => entity(row.entity_id), evidence: (row) => row },
    Entity: {
      id: (row) => encodeId(row.__typename, row.id),
      name: (row, { language }) => {
        const names = where('alias', 'entity_id', row.id)
          .filter((alias) => alias.language === language)
          .sort(shownFirst)
        return names[0]?.text ?? row.name
      },
      aliases: (row) => where('alias', 'entity_id', row.id).sort(shownFirst),
      mentions: (row, args) => pageOf(where('mention', 'entity_id', row.id).filter(counts), args, newest),
      articles: (row, args) =>
        articles(
          where('article_entity', 'entity_id', row.id).map((edge) => find('article', edge.article_id)),
          args,
        ),
      events: (row, args) => {
        const part = where('event_participant', 'entity_id', row.id).map((edge) => edge.event_id)
        const there = (event: Row) =>
          part.includes(event.id) || event.place_id === row.id || event.country_id === row.id
        return pageOf(all('event').filter(there), args, newest)
      },
    },
    Person: {
      roles: (row) =>
        where('role', 'person_id', row.id)
          .filter(isHeld)
          .map((role) => ({ ...role, count: where('role_evidence', 'role_id', role.id).filter(counts).length }))
          .sort(
            (a, b) => a.former - b.former || b.count - a.count || text(a.title_key, b.title_key) || text(a.id, b.id),
          ),
      quotes: (row, args) => pageOf(where('quote', 'speaker_id', row.id).filter(counts), args, newest),
    },
    Country: {
      code: (row) => find('country', row.id).code,
      alpha3: (row) => find('country', row.id).alpha3,
      persons: (row, args) => {
        const holders = all('role')
          .filter(isHeld)
          .filter((role) => {
            return role.country_id === row.id || find('organization', role.organization_id)?.country_id === row.id
          })
        const ids = [...new Set(holders.map((role) => role.person_id))]
        return pageOf(ids.map(entity), args, counted)
      },
    },
    Organization: { country: (row) => entity(find('organization', row.id).country_id) },
    Place: {
      country: (row) => entity(find('place', row.id).country_id),
      latitude: (row) => find('place', row.id).latitude,
      longitude: (row) => find('place', row.id).longitude,
    },
    Role: {
      country: (row) => entity(row.country_id),
      organization: (row) => entity(row.organization_id),
      evidence: (row) =>
        where('role_evidence', 'role_id', row.id)
          .filter(counts)
          .map((words) => ({ ...words, article: find('article', words.article_id) }))
          .sort((a, b) => compare(newest, b.article, a.article) || byPlace(a, b)),
    },
    Event: {
      id: id('Event'),
      date: (row) => (row.edtf === null ? null : row),
      place: (row) => entity(row.place_id),
      country: (row) => entity(row.country_id),
      participants: (row) => where('event_participant', 'event_id', row.id).sort(byPart),
      reports: (row, args) => pageOf(where('event_report', 'event_id', row.id), args, newest),
    },
    EventParticipant: { entity: (row) => entity(row.entity_id) },
    EventReport: {
      event: (row) => find('event', row.event_id),
      evidence: (row) => row,
      date: (row) => (row.edtf === null ? null : row),
      place: (row) => entity(row.place_id),
      country: (row) => entity(row.country_id),
      participants: (row) => where('report_participant', 'report_id', row.id).sort(byPart),
      attribution: chain('report_id'),
    },
    AttributionStep: { entity: (row) => entity(row.entity_id) },
    Quote: {
      id: id('Quote'),
      speaker: (row) => entity(row.speaker_id),
      attribution: chain('quote_id'),
      evidence: (row) => row,
    },
    Source: {
      id: id('Source'),
      country: (row) => entity(row.country_id),
      articles: (row, args) => articles(where('article', 'source_id', row.id), args),
    },
    Story: {
      id: id('Story'),
      articles: (row, args) => pageOf(where('article', 'story_id', row.id), args, newest),
      events: (row) => {
        const told = where('article', 'story_id', row.id).flatMap((article) =>
          where('event_report', 'article_id', article.id),
        )
        const events = [...new Set(told.map((report) => find('event', report.event_id)))]
        return events.sort((a, b) => compare(newest, b, a))
      },
    },
  }

  /** What an article says counts unless a newer version of it is there. */
  function counts({ article_id }: Row): boolean {
    const { id: own } = versionsOf(find('article', article_id))[0]
    return own === article_id
  }

  function isHeld(role: Row): boolean {
    return where('role_evidence', 'role_id', role.id).some(counts)
  }

  function versionsOf(article: Row): Row[] {
    const versions = article.version_key === null ? [article] : where('article', 'version_key', article.version_key)
    const since = (version: Row) => {
      const document = find('document', version.document_id)
      return Date.parse(version.updated_at ?? document.crawled_at ?? document.received_at)
    }
    const published = (version: Row) => (version.published_at === null ? -Infinity : Date.parse(version.published_at))
    return versions.sort(
      (a, b) => since(b) - since(a) || compareKeys([published(b)], [published(a)]) || text(b.id, a.id),
    )
  }

  function entitiesOf(kind: string, args: Args) {
    const listed = where('entity', 'kind', kind).filter((row) => kind === 'COUNTRY' || row.article_count > 0)
    return pageOf(listed.map(typed), args, args['orderBy'] === 'NAME' ? named : counted)
  }
}

type Keys = { readonly name: string; readonly columns: readonly string[]; readonly descending: boolean }
const newest: Keys = { name: 'newest', columns: ['sort_on', 'id'], descending: true }
const oldest: Keys = { name: 'oldest', columns: ['sort_on', 'id'], descending: false }
const named: Keys = { name: 'name', columns: ['name', 'id'], descending: false }
const counted: Keys = { name: 'articles', columns: ['article_count', 'id'], descending: true }

/** A connection over rows, by cutting the sorted list. */
function pageOf(rows: readonly Row[], args: Args, keys: Keys) {
  const sorted = [...rows].sort((a, b) => compare(keys, a, b) * (keys.descending ? -1 : 1))
  const place = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()).slice(2)
  const beside = (row: Row, cursor: string) =>
    compareKeys(
      keys.columns.map((column) => row[column]),
      place(cursor),
    ) * (keys.descending ? -1 : 1)
  const { after = null, before = null, first = null, last = null } = args
  const inside = sorted.filter((row) => {
    return (after === null || beside(row, after) > 0) && (before === null || beside(row, before) < 0)
  })
  const size = last ?? first ?? 20
  const nodes = last === null ? inside.slice(0, size) : inside.slice(-size)
  const edges = nodes.map((node) => ({ cursor: cursorOf(node, keys), node }))
  const cut = inside.length > size
  const past = before !== null && sorted.some((row) => beside(row, before) >= 0)
  const ahead = after !== null && sorted.some((row) => beside(row, after) <= 0)
  const pageInfo = {
    has_next_page: last === null ? cut || past : past,
    has_previous_page: last === null ? ahead : cut || ahead,
    start_cursor: edges[0]?.cursor ?? null,
    end_cursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, nodes, page_info: pageInfo, total_count: sorted.length }
}

function cursorOf(row: Row, { name, columns }: Keys): string {
  const parts = [1, name, ...columns.map((column) => row[column])].map((part) => JSON.stringify(part))
  return Buffer.from(`[${parts.join(', ')}]`).toString('base64url')
}

function compare({ columns }: Keys, a: Row, b: Row): number {
  return compareKeys(
    columns.map((column) => a[column]),
    columns.map((column) => b[column]),
  )
}

function compareKeys(a: readonly Row[], b: readonly Row[]): number {
  return a.map((key, i) => (key < b[i] ? -1 : key > b[i] ? 1 : 0)).find((sign) => sign !== 0) ?? 0
}

function typed(row: Row): Row {
  return row === null ? null : { ...row, __typename: row.kind[0] + row.kind.slice(1).toLowerCase() }
}

function id(type: IdType) {
  return (row: Row) => encodeId(type, row.id)
}

function instant(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z')
}

function byOrdinal(a: Row, b: Row): number {
  return a.ordinal - b.ordinal
}

function byPlace(a: Row, b: Row): number {
  return text(a.field, b.field) || a.start - b.start || a.end - b.end || text(a.id ?? '', b.id ?? '')
}

const roles = ['ACTOR', 'RECIPIENT', 'THEME']
function byPart(a: Row, b: Row): number {
  return a.ordinal - b.ordinal || roles.indexOf(a.role) - roles.indexOf(b.role) || text(a.entity_id, b.entity_id)
}

function shownFirst(a: Row, b: Row): number {
  return (
    b.preferred - a.preferred ||
    b.article_count - a.article_count ||
    text(a.language, b.language) ||
    text(a.text, b.text)
  )
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
