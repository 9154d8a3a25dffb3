import type { Database } from './database.ts'

/** A table of the export: what its lines are called, its rows' order, and columns that depend on the database. */
type Table = { readonly name: string; readonly order: string; readonly without?: readonly string[] }

/** The graph, in the order in which its tables lead to each other. The log of corrections and the failures are none of it. */
const tables: readonly Table[] = [
  { name: 'document', order: 'id', without: ['bytes', 'filename', 'given_type', 'retrieved_at', 'received_at'] },
  { name: 'document_note', order: 'document_id, ordinal' },
  { name: 'document_part', order: 'document_id, ordinal' },
  { name: 'source', order: 'id' },
  { name: 'entity', order: 'id' },
  { name: 'person', order: 'id' },
  { name: 'country', order: 'id' },
  { name: 'organization', order: 'id' },
  { name: 'place', order: 'id' },
  { name: 'alias', order: 'entity_id, language collate "C", text', without: ['known'] },
  { name: 'story', order: 'id' },
  { name: 'article', order: 'document_id, ordinal', without: ['search'] },
  { name: 'story_link', order: 'from_id, to_id' },
  { name: 'sentence', order: 'article_id, ordinal' },
  { name: 'mention', order: 'article_id, field, start, "end", id' },
  { name: 'article_entity', order: 'article_id, entity_id' },
  { name: 'role', order: 'id' },
  { name: 'role_evidence', order: 'role_id, article_id, field, start, "end"' },
  { name: 'event', order: 'id' },
  { name: 'event_participant', order: 'event_id, ordinal, role, entity_id' },
  { name: 'event_report', order: 'article_id, ordinal' },
  { name: 'report_participant', order: 'report_id, ordinal, role, entity_id' },
  { name: 'quote', order: 'article_id, ordinal' },
  { name: 'attribution_step', order: 'report_id, quote_id, ordinal' },
]

const rowsAtATime = 1_000

/**
 * The whole graph, one JSON object a line without its line feed, first its `table`, then its columns by name. The same
 * documents and corrections give the same bytes, whatever the order of loading and whichever the database. It is read
 * as of one moment, in pieces, however large it is.
 */
export async function* exportLines({ pool }: Pick<Database, 'pool'>): AsyncGenerator<string> {
  const client = await pool.connect()
  let whole = false
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query("set local timezone = 'UTC'")
    await client.query('set local statement_timeout = 0')
    for (const table of tables) {
      await client.query(
        `declare lines no scroll cursor for select to_jsonb(t) as row from "${table.name}" t order by ${table.order}`,
      )
      for (;;) {
        const { rows } = await client.query(`fetch ${rowsAtATime} from lines`)
        for (const { row } of rows) yield lineOf(table, row)
        if (rows.length < rowsAtATime) break
      }
      await client.query('close lines')
    }
    await client.query('commit')
    whole = true
  } finally {
    // A reader may leave early: the transaction ends with its connection.
    client.release(!whole)
  }
}

function lineOf({ name, without = [] }: Table, row: Readonly<Record<string, unknown>>): string {
  const columns = Object.keys(row)
    .filter((column) => !without.includes(column))
    .sort()
    .map((column) => [camelCase(column), row[column]] as const)
  return JSON.stringify(Object.fromEntries([['table', name], ...columns]))
}

function camelCase(column: string): string {
  return column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}
