import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type EvaluateReadingOptions, evaluateReadingCommand } from '../../src/cli/evaluate-reading.ts'
import { CommandError } from '../../src/cli/io.ts'
import { compareBodies } from '../../src/evaluation/body-words.ts'
import { readExpectations } from '../../src/evaluation/reading-expectation.ts'
import { chooseExpectation, scoreDocument } from '../../src/evaluation/reading-score.ts'

describe('compareBodies', () => {
  test('furniture costs precision, what is left out costs recall', () => {
    expect(compareBodies(['أعلن الوزير ذلك'], [], 'أعلن الوزير ذلك')).toMatchObject({ precision: 1, recall: 1, f1: 1 })
    const more = compareBodies(['one two three four'], [], 'one two three four\n\nshare this')
    expect(more).toMatchObject({ recall: 1, faults: ['extra «share this»'] })
    expect(more.precision).toBeCloseTo(4 / 6)
    const less = compareBodies(['one two', 'three four'], [], 'one two')
    expect(less).toMatchObject({ precision: 1, recall: 0.5, faults: ['missing «three four»'] })
  })

  test('forms of letters and marks make no difference, and a standfirst may stand there or not', () => {
    expect(compareBodies(['أكّد، إلى ٢٠١١'], [], 'اكد الى 2011').f1).toBe(1)
    expect(compareBodies(['one two'], ['the lead'], 'the lead\n\none two').f1).toBe(1)
    expect(compareBodies(['one two'], ['the lead'], 'one two').f1).toBe(1)
    expect(compareBodies([], [], '').f1).toBe(1)
    expect(compareBodies([], [], 'one').f1).toBe(0)
  })

  test('names single words that differ', () => {
    expect(compareBodies(['one two three'], [], 'one two four').faults).toEqual([
      'missing words three',
      'extra words four',
    ])
  })
})

const found = {
  kind: 'MAIN',
  headline: '«الجسر» يُفتتح',
  text: 'افتتح الجسر',
  publishedOn: '2025-02-01',
  publishedAt: '2025-01-31T22:15:00Z',
  authors: ['سلمى الخطيب'],
  source: { name: 'المرفأ' },
}
const measured = (expected: Parameters<typeof scoreDocument>[0], articles = [found]) =>
  Object.fromEntries(scoreDocument(expected, articles).map(({ measure, score }) => [measure, score]))

describe('scoreDocument', () => {
  test('measures what is told, and nothing else', () => {
    expect(measured({ articles: [{ headline: 'الجسر يفتتح' }] })).toEqual({ articles: 1, headline: 1 })
    const told = {
      headline: 'الجسر يفتتح',
      published: { day: '2025-02-01', instant: null },
      paragraphs: ['افتتح الجسر'],
      authors: ['سلمى الخطيب', 'زيد'],
      outlet: 'المرفأ',
    }
    expect(measured({ articles: [told], related: [] })).toEqual({
      articles: 1,
      headline: 1,
      publishedOn: 1,
      body: 1,
      clean: 1,
      authors: 2 / 3,
      outlet: 1,
    })
  })

  test('a date is right as the same day or as the same instant of another zone, and wrong where there is none', () => {
    const date = (day: string, instant: string | null) => measured({ articles: [{ published: { day, instant } }] })
    expect(date('2025-01-31', '2025-01-31T22:15:00.000Z')['publishedOn']).toBe(1)
    expect(date('2025-01-31', null)['publishedOn']).toBe(0)
    expect(measured({ articles: [{ published: null }] })['publishedOn']).toBe(0)
  })

  test('articles that are missed or made up count against it, with all that they should hold', () => {
    const two = { articles: [{ headline: 'a' }, { headline: 'الجسر يفتتح' }], related: ['x'] }
    expect(scoreDocument(two, [found])).toEqual([
      { measure: 'articles', score: 2 / 3, fault: '2 expected, 1 found' },
      { measure: 'headline', score: 0, fault: 'expected «a», found none' },
      { measure: 'headline', score: 1, fault: null },
      { measure: 'related', score: 0, fault: 'missed «x»' },
    ])
    expect(measured({ articles: [] })['articles']).toBe(0)
  })
})

describe('expectations', () => {
  test('of fundus: the layout whose words the page holds, its standfirst optional', () => {
    const layout = (title: string, text: string) => ({
      title,
      publishing_date: '2023-04-28 17:40:08+02:00',
      authors: ['A. Writer'],
      body: { summary: ['lead'], sections: [{ headline: ['part'], paragraphs: [text] }] },
    })
    const expectations =
      readExpectations({ V1: layout('old', 'ships and harbours'), V2: layout('new', 'rain falls') }) ?? []
    expect(chooseExpectation(expectations, 'and part of the rain falls here')).toEqual({
      articles: [
        {
          headline: 'new',
          published: { day: '2023-04-28', instant: '2023-04-28T15:40:08.000Z' },
          paragraphs: ['part', 'rain falls'],
          optional: ['lead'],
          authors: ['A. Writer'],
        },
      ],
    })
  })

  test('of newspaper4k and Readability; of others, none', () => {
    expect(readExpectations({ title: 't', text: 'a\n\nb', authors: [] })).toEqual([
      { articles: [{ headline: 't', paragraphs: ['a', 'b'] }] },
    ])
    expect(readExpectations({ title: 't', byline: 'By A', publishedTime: null })).toEqual([
      { articles: [{ headline: 't', authors: ['By A'] }] },
    ])
    expect(readExpectations({ name: 'x' })).toBeNull()
  })
})

describe('isnad evaluate reading', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isnad-reading-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const page =
    '<html><head><meta property="og:title" content="Bridge opens"></head><body><article><h1>Bridge opens</h1><p>The town opened its new bridge over the river on Saturday, after two years of work.</p><p>The mayor said that the way to school is short now.</p></article></body></html>'
  const expected = {
    title: 'Bridge closes',
    text: 'The town opened its new bridge over the river on Saturday, after two years of work.\nThe mayor said that the way to school is short now.',
    authors: [],
  }

  async function run(options: EvaluateReadingOptions = {}) {
    let out = ''
    const code = await evaluateReadingCommand(folder, options, {
      out: async (text) => {
        out += text
      },
      err: () => undefined,
      stdin: Readable.from([]),
      environment: {},
      signal: new AbortController().signal,
      live: false,
    })
    return { code, out }
  }

  test('reads packed pages with the expectation beside them', async () => {
    await writeFile(join(folder, 'Bridge_2025.html.gz'), gzipSync(page))
    await writeFile(join(folder, 'Bridge.expected.json'), JSON.stringify(expected))
    await writeFile(join(folder, 'empty.txt'), '')
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toMatch(/^text\/html +1 +1\.000 +0\.000 +– +1\.000 +1\.000/mu)
    expect(out).toContain('2 documents, 1 articles, 1 refused, 0 silently empty')
    expect((await run({ faults: 'headline' })).out).toBe(
      'Bridge_2025.html.gz 0.000 expected «Bridge closes», found «Bridge opens»\n',
    )
    expect(JSON.parse((await run({ json: true })).out).figures.all.body).toEqual({ mean: 1, of: 1 })
  })

  test('says what it cannot understand', async () => {
    await expect(run()).rejects.toThrow('no documents there')
    await writeFile(join(folder, 'page.html'), page)
    await writeFile(join(folder, 'page.expected.json'), '{"name": 1}')
    await expect(run()).rejects.toThrow('no expectation that I understand')
    await writeFile(join(folder, 'page.expected.json'), 'x')
    await expect(run()).rejects.toThrow('not JSON')
    await expect(run({ faults: 'looks' })).rejects.toThrow(CommandError)
  })
})
