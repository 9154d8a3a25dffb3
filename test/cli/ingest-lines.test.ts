import { expect, test } from 'vitest'
import { openIngestProgress, progressLine } from '../../src/cli/ingest-progress.ts'
import { describeRefusals, describeTally, tallyAsJson } from '../../src/cli/ingest-summary.ts'
import { RunningTally } from '../../src/ingest/tally.ts'

test.each([
  ['half of it', { found: 100, done: 50, bytes: 4e6 }, 4e6, 10, '50 documents  5.0/s  0.2 MB/s  50 %  0:10 left'],
  ['nothing yet', { found: 0, done: 0, bytes: 0 }, 4e6, 1, '0 documents  0.0/s  0.000 MB/s  0 %'],
  ['hours', { found: 10, done: 10, bytes: 1e6 }, 8e9, 1, '10 documents  10.0/s  1.0 MB/s  0 %  2:13:19 left'],
  ['a stream', { found: 10, done: 10, bytes: 1e4 }, null, 1, '10 documents  10.0/s  0.010 MB/s'],
])('progress: %s', (_, standing, total, seconds, line) => {
  expect(progressLine(standing, total, seconds)).toBe(line)
})

test.each([
  ['over one line where people watch', true, false, '\r\x1b[2K1 documents'],
  ['not at all elsewhere', false, false, ''],
  ['not before some seconds have gone where lines are wanted', false, true, ''],
])('progress is drawn %s', async (_, live, wanted, begins) => {
  let said = ''
  const err = (text: string): void => {
    said += text
  }
  const progress = openIngestProgress({ live, err }, null, wanted)
  await new Promise((done) => setTimeout(done, 250))
  progress.tell({ found: 1, done: 1, bytes: 1 })
  expect(said.slice(0, '\r\x1b[2K1 documents'.length)).toBe(begins)
})

/** Twenty-five refusals for two reasons, handed over from behind. */
function refusing(): RunningTally {
  const tally = new RunningTally()
  for (let number = 34; number >= 10; number--) {
    const code = number % 5 === 0 ? 'TOO_SLOW' : 'DOCUMENT_BINARY'
    tally.refuse(`file-${number}\u001b[2J`, { stage: 'READ', code, message: 'No text.' })
  }
  return tally
}

test('a long list of refusals is cut, and its rest counted; nothing in it speaks to the terminal', () => {
  const lines = describeRefusals(refusing()).split('\n')
  expect(lines[0]).toBe('file-10 [2J: No text. (READ TOO_SLOW)')
  expect(lines[19]).toMatch(/^file-29 /)
  expect(lines[20]).toBe('… and 5 more; by reason: DOCUMENT_BINARY 20, TOO_SLOW 5.')
  expect(lines[21]).toContain('failed list')
})

test('what came of a run is one table a kind, or one value', () => {
  const tally = new RunningTally()
  tally.store({ mediaType: 'text/plain', articles: 2, notes: ['TEASER', 'TEASER'] })
  tally.store({ mediaType: 'application/json', articles: 11, notes: [] })
  tally.duplicates = 3
  expect(describeTally(tally, false)).toBe(`format            documents  articles
application/json          1        11
text/plain                1         2

note    times
TEASER      2

2 documents read (13 articles), 3 known already, 0 refused.
`)
  expect(tallyAsJson(tally, false)).toEqual({
    ...{ stored: 2, duplicates: 3, refused: 0, articles: 13, stopped: false },
    formats: [
      { mediaType: 'application/json', documents: 1, articles: 11 },
      { mediaType: 'text/plain', documents: 1, articles: 2 },
    ],
    ...{ notes: { TEASER: 2 }, reasons: {}, refusals: [] },
  })
})
