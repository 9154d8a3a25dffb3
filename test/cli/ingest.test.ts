import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { createTestDatabase, openTestDatabase } from '../support/database.ts'
import { isnad, startIsnad, temporaryFolder } from '../support/isnad.ts'

const database = await openTestDatabase()
const environment = { DATABASE_URL: database.url }
const pages = ['egypt-jeddah-summit.txt', 'tunisia-essebsi.txt']
const piped = join(seedFolder, 'english-earthquake.txt')

const folder = join(await temporaryFolder(afterAll), 'pages')

/** Two pages, and between them a record that breaks off. */
beforeAll(async () => {
  await mkdir(folder)
  for (const page of pages) await copyFile(join(seedFolder, page), join(folder, page))
  await writeFile(join(folder, 'record.json'), '{"headline": "عنوان", "text": ')
})

test('a dry run shows what is in the files, names the broken one, and needs no database', async () => {
  const home = join(folder, '../home')
  const { code, out, err } = await isnad(['ingest', '--dry-run', folder], { ISNAD_HOME: home })
  expect(code).toBe(1)
  for (const page of pages) expect(out).toMatch(new RegExp(`${page}\\n {2}text/plain, \\d+ articles?`))
  expect(out).toMatch(/\n2 documents would be read \(6 articles\), 1 refused; nothing was stored\.\n$/)
  expect(err).toMatch(/^\S+record\.json: .*\(READ RECORD_INVALID\)\n$/)
  expect(existsSync(home)).toBe(false)
})

test('a dry run takes a package apart, reads a table by the columns that were named, and says it to programs', async () => {
  const table = join(folder, '../table.csv.gz')
  await writeFile(
    table,
    gzipSync('قسم;عمود1;عمود2\nأخبار;عنوان الخبر الأول;نص الخبر الأول\nأخبار;عنوان الخبر الثاني;نص الخبر الثاني\n'),
  )
  const named = ['--map', 'title=عمود1', '--map', 'text=عمود2']
  const { code, out, err } = await isnad(['ingest', '--dry-run', '--json', ...named, table])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({
    ...{ stored: 1, articles: 2, refused: 0, stopped: false },
    formats: [{ mediaType: 'text/csv', documents: 1, articles: 2 }],
  })
  expect(await isnad(['ingest', '--dry-run', '--map', 'headline=عمود1', table])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--map headline=عمود1 is not FIELD=COLUMN'),
  })
})

test('a folder with a broken file: the others are read, the broken one is named with its reason', async () => {
  const first = await isnad(['ingest', folder], environment)
  expect(first.out).toBe(`format      documents  articles
text/plain          2         6

2 documents read (6 articles), 0 known already, 1 refused.
`)
  expect(first.err).toMatch(/^\S+record\.json: .*\(READ RECORD_INVALID\)\n$/)
  expect(first.code).toBe(1)
  const second = await isnad(['ingest', ...pages.map((page) => join(folder, page)), 'no-such-page.txt'], environment)
  expect(second.out).toBe('0 documents read (0 articles), 2 known already, 1 refused.\n')
  expect(second.err).toMatch(/^no-such-page\.txt: .*FILE_NOT_FOUND\)\n$/)
})

test('a page from standard input is read, and known again as a file', async () => {
  const bytes = await readFile(piped, 'utf8')
  expect(await isnad(['ingest', '-'], environment, bytes)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\n1 documents read/),
  })
  expect(await isnad(['ingest', piped], environment)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^0 documents read \(0 articles\), 1 known/),
  })
})

test('reprocess understands all anew, or one by its hash, and says which there is not', async () => {
  expect(await isnad(['reprocess'], environment)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^3 documents understood anew/),
  })
  const unknown = await isnad(['reprocess', '--document', 'f'.repeat(64)], environment)
  expect(unknown).toMatchObject({ code: 1, err: expect.stringMatching(/No document has the SHA-256 f+/) })
})

test('a database that is not set up says so and what to run, which then sets it up', async () => {
  await using bare = await createTestDatabase({ migrated: false })
  const there = { DATABASE_URL: bare.url, PORT: '0' }
  expect(await isnad(['serve'], there)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/not up to date .*isnad -- migrate/),
  })
  expect(await isnad(['migrate'], there)).toMatchObject({
    code: 0,
    err: expect.stringMatching(/migrations {1,}applied \S+/),
  })
  expect(await isnad(['migrate'], there)).toMatchObject({
    code: 0,
    err: expect.stringMatching(/migrations {1,}up to date/),
  })
  const service = startIsnad(['serve'], there)
  await service.says('Ctrl-C stops it.')
  expect(await service.end('SIGTERM')).toMatchObject({ code: 0, err: expect.stringMatching(/Stopped\.\n$/) })
})
