import { describe, expect, it } from 'vitest'
import { parseTable, readTable, TableError } from '../../src/text/table.ts'

const url = new URL('file:///lexicon/things.tsv')
const parse = (text: string) => parseTable(text, url, ['key', 'form'])

describe('parseTable', () => {
  it('gives cells by name, with their line', () => {
    expect(parse('key\tform\nIQ\tالعراق\nJO\tالأردن\n')).toEqual([
      { key: 'IQ', form: 'العراق', line: 2 },
      { key: 'JO', form: 'الأردن', line: 3 },
    ])
  })

  it.each([
    ['key\tforms\n', 'things.tsv:1: the header is "key\tforms"'],
    ['key\tform\nJO\tالأردن', ':2: no line end'],
    ['key\tform\nJO\n', ':2: 1 cells, expected 2'],
    ['key\tform\nJO\tx\nIQ\ty\n', ':3: not sorted'],
    ['key\tform\nJO\tx\nJO\tx\n', ':3: the same row twice'],
    ['key\tform\r\nJO\tx\n', ':1: a carriage return'],
    ['key\tform\nJO\tا\u0654لأردن\n', ':2: not in Unicode normalization form C'],
    ['key\tform\nJO\t x\n', ':2: white space around a cell'],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(TableError)
    expect(() => parse(text)).toThrow(message)
  })
})

describe('readTable', () => {
  it('reads our own tables', () => {
    const rows = readTable(new URL('../../src/text/folding.tsv', import.meta.url), [
      'form',
      'folded',
      'gloss',
      'source',
    ])
    expect(rows.length).toBeGreaterThan(30)
  })
})
