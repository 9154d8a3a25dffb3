/** The machine's time zone is nobody's: pages, and what their texts tell of time, are the same wherever they are read. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const source = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)
const program = `
const { createHash } = await import('node:crypto')
const { readCases } = await import(${source('cli/read-cases.ts')})
const { readDocument } = await import(${source('reading/read-document.ts')})
const { splitSentences } = await import(${source('text/sentences.ts')})
const { readTimes } = await import(${source('time/read-times.ts')})
const hash = createHash('sha256')
let articles = 0
for await (const { raw } of readCases(process.argv[1])) {
  const page = readDocument(raw)
  hash.update(JSON.stringify(page))
  for (const article of page.articles ?? []) {
    articles += 1
    hash.update(JSON.stringify(readTimes(article.text, splitSentences(article.text), article)))
  }
}
console.log(new Intl.DateTimeFormat().resolvedOptions().timeZone, articles, hash.digest('hex'))
`

const cases = new URL('../cases/reading', import.meta.url).pathname

async function readIn(zone: string) {
  const args = ['--input-type=module', '--eval', program, cases]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ: zone } })
  const [at, articles, digest] = stdout.trim().split(' ')
  return { at, articles: Number(articles), digest }
}

test('in Kiritimati, in Los Angeles and at Greenwich all pages are equal', async () => {
  const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']
  const [far, near, middle] = await Promise.all(zones.map(readIn))
  expect([far?.at, near?.at, middle?.at]).toEqual(zones)
  expect(middle?.articles).toBeGreaterThan(100)
  expect([far?.digest, near?.digest]).toEqual([middle?.digest, middle?.digest])
}, 60_000)
