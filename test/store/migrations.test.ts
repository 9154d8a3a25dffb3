import { expect, test } from 'vitest'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/database.ts'

test('a second migration finds nothing to do', async () => {
  await using database = await createTestDatabase()
  expect(await migrate(database.url)).toEqual([])
})

test('two processes may migrate at once', async () => {
  await using database = await createTestDatabase({ migrated: false })
  const names = (await readMigrations()).map(({ name }) => name)
  const applied = await Promise.all([migrate(database.url), migrate(database.url)])
  expect(applied.flat()).toEqual(names)
})

test('a database of a later release is refused', async () => {
  await using database = await createTestDatabase()
  await database.prisma.$executeRaw`
    insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    values ('x', 'y', '99990101000000_later', now(), 1)`
  await expect(migrate(database.url)).rejects.toThrow(/99990101000000_later/)
})

test('a migration edited after it was applied is refused', async () => {
  await using database = await createTestDatabase()
  await database.prisma.$executeRaw`update _prisma_migrations set checksum = 'edited'`
  await expect(migrate(database.url)).rejects.toMatchObject({ name: 'MigrationError', code: 'MIGRATION' })
})
