import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'
import { readTimes } from '../../src/time/read-times.ts'
import { timeRules } from '../../src/time/rules.ts'

/** Takes ⟦ and ⟧ out of an example and says where they stood. */
function marked(example: string): { text: string; start: number; end: number } {
  const start = example.indexOf('⟦')
  const end = example.indexOf('⟧') - 1
  return { text: example.replace(/[⟦⟧]/gu, ''), start, end }
}

describe.each(timeRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it.each(rule.yes)('reads $text', (example) => {
    const { text, start, end } = marked(example.text)
    const { expressions } = readTimes(text, splitSentences(text), { publishedOn: example.on, language: 'ar' })
    const found = expressions.find((expression) => expression.rule === name && expression.start === start)
    expect(expressions.map((expression) => [expression.rule, expression.text])).toContainEqual([
      name,
      text.slice(start, end),
    ])
    expect(found?.date?.edtf ?? null).toBe(example.edtf)
    expect(found?.end).toBe(end)
  })

  it.each(rule.no.map((text) => [text]))('leaves %s alone', (text) => {
    const { expressions } = readTimes(text, splitSentences(text), { publishedOn: '2025-02-01', language: 'ar' })
    expect(expressions.filter((expression) => expression.rule === name)).toEqual([])
  })
})

describe('timeRules', () => {
  it('have names of their own, and a reason', () => {
    expect(new Set(timeRules.map((rule) => rule.name)).size).toBe(timeRules.length)
    for (const rule of timeRules) expect(rule.why.length).toBeGreaterThan(20)
  })
})
