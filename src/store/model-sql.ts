import { readFile } from 'node:fs/promises'
import { openSchemaEngine } from './schema-engine.ts'

const model = new URL('../../prisma/schema.prisma', import.meta.url)

/**
 * The SQL that makes what `prisma/schema.prisma` describes, from nothing or from an earlier text of it: what a new
 * migration begins with. What Prisma cannot say is written by hand below it.
 * @param url of any database; it is not touched
 * @param earlier text of schema.prisma as it was before the change
 */
export async function modelSql(url: string, earlier?: string): Promise<string> {
  await using open = await openSchemaEngine(url)
  const now = await readFile(model, 'utf8')
  const { stdout } = await open.engine.diff({
    from: earlier === undefined ? { tag: 'empty' } : datamodel(earlier),
    to: datamodel(now),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}

function datamodel(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] }
}
