import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cliticReadings } from '../../src/text/clitics.ts'
import { fold } from '../../src/text/fold.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { anyText } from './any-text.ts'

const readings = (word: string) => tokenize(word, 100).flatMap(cliticReadings)
const keys = (word: string) => readings(word).map((reading) => reading.key)

describe('cliticReadings', () => {
  it.each([
    ['وبوتين', 'بوتين'],
    ['بموسكو', 'موسكو'],
    ['للأردن', 'الاردن'],
    ['وللأردن', 'الاردن'],
    ['والأردن', 'الاردن'],
    ['بالأردن', 'الاردن'],
    ['وبالأردن', 'الاردن'],
    ['للبنان', 'لبنان'],
    ['للجنة', 'اللجنه'],
    ['سيصل', 'يصل'],
    ['وسيصل', 'يصل'],
    ['وزارته', 'وزاره'],
    ['ورئيسها', 'رييس'],
  ])('%s may be read as %s', (word, rest) => {
    expect(keys(word)).toContain(rest)
  })

  it.each(['وليد', 'بشار', 'لبنان', 'كوبا', 'باريس', 'فيدان'])('%s is read as it stands first', (word) => {
    expect(readings(word)[0]).toMatchObject({ prefixes: [], start: 100, end: 100 + word.length, suffix: null })
  })

  it('says where the rest stands', () => {
    const of = (word: string, key: string) => readings(word).find((reading) => reading.key === key)
    expect(of('وبوتين', 'بوتين')).toMatchObject({ prefixes: ['و'], start: 101, end: 106, article: false })
    expect(of('بالأردن', 'الاردن')).toMatchObject({ prefixes: ['ب'], start: 101, article: true, bareKey: 'اردن' })
    expect(of('للأردن', 'الاردن')).toMatchObject({ prefixes: ['ل'], start: 100, article: true, bareKey: 'اردن' })
    expect(of('وَلِلأردن', 'الاردن')).toMatchObject({ prefixes: ['و', 'ل'], start: 102, article: true })
  })

  it('knows the article by its bare alef', () => {
    expect(readings('ألمانيا')[0]).toMatchObject({ article: false, bareKey: 'المانيا' })
    expect(readings('الأردن')[0]).toMatchObject({ article: true, bareKey: 'اردن' })
  })

  it('stays inside the token, and the rest is what stands there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenize(text)) {
          for (const reading of cliticReadings(token)) {
            expect(reading.start).toBeGreaterThanOrEqual(token.start)
            expect(reading.end).toBeLessThanOrEqual(token.end)
            expect(reading.end).toBeGreaterThan(reading.start)
            expect(fold(text.slice(reading.start, reading.end)).key).toContain(reading.bareKey.slice(1, -1))
          }
        }
      }),
    )
  })
})
