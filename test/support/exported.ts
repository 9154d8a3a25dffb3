import type { Database } from '../../src/store/database.ts'
import { exportLines } from '../../src/store/export.ts'

/** The whole graph of a database, as `isnad export` writes it. */
export async function exported(database: Database): Promise<string> {
  const lines: string[] = []
  for await (const line of exportLines(database)) lines.push(line)
  return lines.join('\n')
}
