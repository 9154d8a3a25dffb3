import { asDirection, weekday } from '../../parts.ts'
import { map, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const weekdayEn = timeRule({
  name: 'weekday-en',
  why: 'A weekday alone is the nearest one, past or coming as the verb is; last and next say so themselves.',
  language: 'en',
  pattern: sequence({
    direction: optional(map(sequence({ told: word('DIRECTION') }), ({ told }) => asDirection(told.value))),
    day: weekday(),
  }),
  read: ({ direction, day }) => ({
    kind: 'WEEKDAY',
    weekday: day,
    to: null,
    direction: direction === 0 ? 1 : direction,
  }),
  yes: [
    { text: 'The minister said on ⟦Tuesday⟧ that he agreed', on: '2025-01-31', edtf: '2025-01-28' },
    { text: 'The court is due to rule on ⟦Friday⟧', on: '2018-10-11', edtf: '2018-10-12' },
    { text: 'He was sworn in only ⟦last Saturday⟧', on: '2004-05-27', edtf: '2004-05-22' },
    { text: 'They will meet ⟦next Friday⟧', on: '2025-01-31', edtf: '2025-02-07' },
    { text: 'He left on ⟦Monday⟧', on: null, edtf: null },
  ],
  no: ['the sun rose', 'They sat down', 'He wed her'],
})
