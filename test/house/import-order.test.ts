import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

// The rooms of src/ and what each may import: only what lies below it. Where two rooms stand on one level they do not
// know each other.

const source = join(import.meta.dirname, '../../src')

const below: Readonly<Record<string, readonly string[]>> = {
  text: [],
  lexicon: ['text'],
  time: ['text', 'lexicon'],
  reading: ['text', 'lexicon', 'time'],
  extraction: ['text', 'lexicon', 'time'],
  evaluation: ['text', 'lexicon', 'time', 'reading', 'extraction'],
  resolution: ['text', 'lexicon', 'time', 'reading', 'extraction'],
  store: ['text', 'lexicon', 'time', 'reading', 'extraction', 'resolution'],
  ingest: ['text', 'lexicon', 'time', 'reading', 'extraction', 'resolution', 'store'],
  graph: ['text', 'lexicon', 'time', 'reading', 'extraction', 'resolution', 'store'],
  server: ['text', 'lexicon', 'time', 'reading', 'extraction', 'resolution', 'store', 'ingest', 'graph'],
  cli: [
    'text',
    'lexicon',
    'time',
    'reading',
    'extraction',
    'resolution',
    'store',
    'ingest',
    'graph',
    'server',
    'evaluation',
  ],
}

const pure = ['text', 'lexicon', 'time', 'reading', 'extraction', 'evaluation', 'resolution']

const files = globSync('**/*.{ts,js}', { cwd: source })
  .filter((file) => !file.startsWith(join('store', 'generated')))
  .sort()

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function roomOf(file: string): string {
  return file.split(sep)[0] ?? ''
}

test('every folder of src is a room of the house', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in below))).toEqual([])
})

test('imports only point downwards', () => {
  const upwards = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => relative(source, join(source, dirname(file), path)))
      .filter((target) => roomOf(target) !== roomOf(file) && !below[roomOf(file)]?.includes(roomOf(target)))
      // The documents that ship lie outside of src; only the command that loads them may know.
      .filter((target) => !(file === join('cli', 'start.ts') && target === join('..', 'seeds', 'seed.ts')))
      .map((target) => `${file} imports ${target}`),
  )
  expect(upwards).toEqual([])
})

test('the pure rooms read no clock, environment, network or random number', () => {
  const forbidden =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.env\b|\bfetch\(|\bTemporal\.Now\b|\brandomUUID\b/
  const impure = files.filter(
    (file) => pure.includes(roomOf(file)) && forbidden.test(readFileSync(join(source, file), 'utf8')),
  )
  expect(impure).toEqual([])
})

test('rules fold first: no word boundaries or alef classes over Arabic', () => {
  const rooms = ['time', 'extraction', 'reading', 'resolution']
  const boundary = /\\b|\\w|\\W|\[أإآا\]/
  const found = files.filter(
    (file) => rooms.includes(roomOf(file)) && boundary.test(readFileSync(join(source, file), 'utf8')),
  )
  expect(found).toEqual([])
})
