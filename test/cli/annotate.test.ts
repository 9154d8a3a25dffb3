import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { seedFolder } from '../../seeds/seed.ts'
import { isnad, startIsnad, temporaryFolder } from '../support/isnad.ts'

const page = join(seedFolder, 'aljazeera-turkey-russia-syria.txt')
const text =
  'التقى وزير الخارجية التركي هاكان فيدان نظيره الروسي سيرغي لافروف في أنقرة.\u2028وقال فيدان: «نريد السلام».'

type Answer = {
  id: unknown
  line?: number
  error?: string
  mentions?: { kind: string; field: string; start: number; end: number; text: string; name: string }[]
}

const answersOf = (out: string): Answer[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('lines are answered in order, broken ones with their error, and none of it needs a database', async () => {
  const home = join(await temporaryFolder(onTestFinished), 'home')
  const lines = [
    JSON.stringify({ id: 1, text, language: 'ar' }),
    '{"id": 2, "text": ',
    JSON.stringify({ id: 'three', language: 'ar' }),
    '',
    JSON.stringify({ id: 4, text: 'Nothing.' }),
  ]
  const { code, out, err } = await isnad(['annotate', '--jsonl'], { ISNAD_HOME: home }, lines.join('\r\n'))
  expect({ code, err }).toEqual({ code: 1, err: '' })
  const [first, broken, textless, last, ...more] = answersOf(out)
  expect(more).toEqual([])
  expect(first?.mentions?.map(({ name }) => name)).toContainEqual(expect.stringContaining('هاكان فيدان'))
  for (const mention of first?.mentions ?? []) expect(text.slice(mention.start, mention.end)).toBe(mention.text)
  expect(broken).toEqual({ id: null, line: 2, error: expect.stringContaining('not JSON') })
  expect(textless).toEqual({ id: 'three', line: 3, error: expect.stringContaining('text') })
  expect(last).toEqual({ id: 4, mentions: [], reports: [], quotes: [] })
  expect(existsSync(home)).toBe(false)
})

test('an answer comes before the next question, and a stop ends the waiting', async () => {
  const process = startIsnad(['annotate', '--jsonl'])
  process.tell(`${JSON.stringify({ id: 'first', text })}\n`)
  await process.says('"id":"first"')
  process.tell(`${JSON.stringify({ id: 'second', text })}\n`)
  await process.says('"id":"second"')
  const { code, err } = await process.end('SIGINT')
  expect({ code, err }).toEqual({ code: 1, err: 'Stopped before the end.\n' })
})

test('--explain names the rule, the confidence and the span behind what it found', async () => {
  const { code, out } = await isnad(['annotate', page, '--explain'])
  expect(code).toBe(0)
  expect(out).toMatch(/^MAIN .*مباحثات تركية روسية/m)
  expect(out).toMatch(/mention هاكان فيدان → هاكان فيدان, NAME {3}\[\S+ \d\.\d\d (HEADLINE|TEXT) \d+–\d+\]/)
  const short = await isnad(['annotate', page])
  expect(short.out).not.toMatch(/\[\S+ \d\.\d\d TEXT/)
})

test('what cannot be read is named, with what to do', async () => {
  const missing = await isnad(['annotate', 'no-such-page.txt'])
  expect(missing).toEqual({ code: 1, out: '', err: expect.stringMatching(/^no-such-page\.txt .*ENOENT.*\n$/) })
  const folder = await isnad(['annotate', '--jsonl', seedFolder])
  expect(folder).toEqual({ code: 1, out: '', err: expect.stringMatching(/is a folder.*\n$/) })
})
