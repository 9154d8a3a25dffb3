import { UNTOLD } from '../../meaning.ts'
import { month, weekday, year } from '../../parts.ts'
import { digits, literal, type Matcher, map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const day: Matcher<number> = oneOf(
  map(sequence({ number: digits(1, 31), suffix: optional(word('ORDINAL_SUFFIX')) }), ({ number }) => number),
  map(word('ORDINAL'), (found) => found.value),
)
const weekdayBefore = optional(
  map(sequence({ day: weekday(true), comma: optional(literal(',')) }), (parts) => parts.day),
)
const yearBehind = optional(map(sequence({ comma: optional(literal(',')), year }), (parts) => parts.year))

export const monthDayEn = timeRule({
  name: 'month-day-en',
  why: 'American order: March 18, 2009.',
  language: 'en',
  pattern: sequence({ weekday: weekdayBefore, month, dot: optional(literal('.')), day, year: yearBehind }),
  read: ({ weekday: told, month: { month: number, calendar }, day: found, year: last }) => ({
    kind: 'DATE',
    date: { ...UNTOLD, calendar, month: number, day: found, weekday: told, year: last?.year ?? null },
  }),
  yes: [
    { text: 'It was dated ⟦September 26⟧.', on: '2018-06-24', edtf: '2017-09-26' },
    { text: 'It was signed on ⟦Saturday, February 1st, 2025⟧.', on: null, edtf: '2025-02-01' },
    { text: 'They are to reopen on ⟦April 18⟧', on: '2018-04-03', edtf: '2018-04-18' },
  ],
  no: ['may 5 people go', 'They may second the motion', 'March 2009'],
})

export const dayMonthEn = timeRule({
  name: 'day-month-en',
  why: 'British order: 18 March 2009, the 18th of March; "1st, February 2025" is met, too.',
  language: 'en',
  pattern: sequence({
    weekday: weekdayBefore,
    day,
    comma: optional(literal(',')),
    of: optional(word('OF')),
    month,
    year: yearBehind,
  }),
  read: ({ weekday: told, month: { month: number, calendar }, day: found, year: last }) => ({
    kind: 'DATE',
    date: { ...UNTOLD, calendar, month: number, day: found, weekday: told, year: last?.year ?? null },
  }),
  yes: [
    { text: 'Published ⟦1st, February 2025⟧', on: null, edtf: '2025-02-01' },
    { text: 'It began on ⟦Sat, 18 March 2009⟧', on: null, edtf: '2009-03-18' },
    { text: 'the ⟦7th of October⟧ attack', on: '2024-03-01', edtf: '2023-10-07' },
  ],
  no: ['5 may go', 'the second may be'],
})
