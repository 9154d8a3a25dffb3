import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, readLines } from '../../src/cli/read-lines.ts'

async function linesOf(chunks: readonly Uint8Array[], mostBytes: number): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(stream(chunks), mostBytes)) lines.push(line)
  return lines
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

/** Bytes cut at some places, wherever in a letter these are. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length))
}

const letter = fc.constantFrom('a', 'ع', '\n', '\r', '\u2028', '😀', ' ')

test('lines are those of the whole text, however it comes in pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: letter, maxLength: 40 }), fc.array(fc.nat(200)), async (text, places) => {
      const lines = await linesOf(cut(new TextEncoder().encode(text), places), 1000)
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(lines).toEqual(expected.map((line, index) => ({ number: index + 1, text: line })))
    }),
  )
})

test('a line that is too long is passed over, and those behind it are read', async () => {
  const text = `short\n${'x'.repeat(500)}\nnext`
  const lines = await linesOf(cut(new TextEncoder().encode(text), [3, 60, 70, 200, 506]), 100)
  expect(lines.map((line) => line.text)).toEqual(['short', null, 'next'])
})

test('a byte order mark is none of the text', async () => {
  expect(await linesOf([new TextEncoder().encode('\ufeff{"id":1}\n')], 100)).toEqual([{ number: 1, text: '{"id":1}' }])
})
