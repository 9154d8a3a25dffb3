import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '../src/store/embedded/server.ts'
import { modelSql } from '../src/store/model-sql.ts'

/**
 * Prints the SQL that a new migration begins with: from schema.prisma as it was to schema.prisma as it is.
 *
 *     git show HEAD:prisma/schema.prisma > /tmp/earlier.prisma
 *     mkdir prisma/migrations/20270101000000_what_it_does
 *     node prisma/model-sql.ts /tmp/earlier.prisma > prisma/migrations/20270101000000_what_it_does/migration.sql
 *
 * Without an earlier text it prints the whole. Add what Prisma cannot say below, run `prisma generate`, and list the
 * additions in test/store/model.test.ts.
 */
const [, , earlier] = process.argv
const home = await mkdtemp(join(tmpdir(), 'isnad-model-'))
const server = await startEmbeddedServer({ home })
try {
  process.stdout.write(await modelSql(server.url, earlier === undefined ? undefined : await readFile(earlier, 'utf8')))
} finally {
  await server.stop()
  await rm(home, { recursive: true, force: true })
}
