import { UNTOLD } from '../../meaning.ts'

import { month, year as yearOf } from '../../parts.ts'
import { digits, literal, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const monthDayAr = timeRule({
  name: 'month-day-ar',
  why: 'Content systems print the American order in Arabic, too: أغسطس 8, 2015. The year must be there, as a month may stand before any number.',
  language: 'ar',
  pattern: sequence({
    month,
    day: digits(1, 31),
    suffix: optional(word('ORDINAL_SUFFIX')),
    comma: optional(literal('،', ',')),
    year: yearOf,
  }),
  read: ({ month: { month: number, calendar }, day, year }) => ({
    kind: 'DATE',
    date: { ...UNTOLD, calendar, month: number, day, year: year.year },
  }),
  yes: [{ text: 'نُشر ⟦أغسطس 8, 2015⟧', on: null, edtf: '2015-08-08' }],
  no: ['في أغسطس 8 قتلى', 'في أغسطس 2015'],
})
