import { describe, expect, it } from 'vitest'
import { months } from '../../src/lexicon/months.ts'
import { numbers } from '../../src/lexicon/numbers.ts'
import { timeWords } from '../../src/lexicon/time-words.ts'
import { weekdays } from '../../src/lexicon/weekdays.ts'
import { readTimeText } from '../../src/time/words.ts'

const valuesOf = (form: string) =>
  (readTimeText(form, { start: 0, end: form.length }).words[0] ?? [])
    .filter((match) => match.start === 0 && match.end === form.length)
    .flatMap((match) => match.values)

describe('words of time', () => {
  it('find every month through the tokenizer', () => {
    for (const { form, month, calendar } of months) {
      expect([form, valuesOf(form)]).toEqual([
        form,
        expect.arrayContaining([expect.objectContaining({ kind: 'MONTH', value: month, calendar })]),
      ])
    }
  })

  it('find every weekday, number and word of time', () => {
    for (const { form, weekday } of weekdays) expect(valuesOf(form).map(({ value }) => value)).toContain(weekday)
    for (const { form, value } of numbers) expect(valuesOf(form).map((found) => found.value)).toContain(value)
    for (const { form, key, kind } of timeWords) {
      expect([form, valuesOf(form)]).toEqual([form, expect.arrayContaining([expect.objectContaining({ key, kind })])])
    }
  })

  it('find months and weekdays behind proclitics', () => {
    for (const form of ['وسبتمبر', 'بسبتمبر', 'والخميس', 'بالخميس', 'للخميس']) {
      const [match] = readTimeText(form, { start: 0, end: form.length }).words[0] ?? []
      expect([form, match?.values[0]?.kind]).toEqual([
        form,
        form.includes('س') && !form.includes('خ') ? 'MONTH' : 'WEEKDAY',
      ])
    }
  })

  it('are this many', () => {
    expect({
      months: months.length,
      weekdays: weekdays.length,
      numbers: numbers.length,
      timeWords: timeWords.length,
    }).toMatchInlineSnapshot(`
      {
        "months": 113,
        "numbers": 489,
        "timeWords": 516,
        "weekdays": 32,
      }
    `)
  })
})
