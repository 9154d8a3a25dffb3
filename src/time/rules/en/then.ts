import { sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const thenEn = timeRule({
  name: 'then-en',
  why: '"The next day" and "a day earlier" count from the time that the text told last, not from today.',
  language: 'en',
  pattern: sequence({ day: word('THEN') }),
  notBefore: ['COUNTED_FROM', 'DAY'],
  read: ({ day }) => ({ kind: 'THEN', days: day.value }),
  yes: [
    { text: 'It was announced today and starts ⟦the next day⟧', on: '2023-11-22', edtf: '2023-11-23' },
    { text: 'He arrived today; the bomb fell ⟦a day earlier⟧', on: '2020-08-05', edtf: '2020-08-04' },
    { text: 'He left ⟦the previous day⟧', on: null, edtf: null },
  ],
  no: ['the day', 'the day before yesterday'],
})
