import { weekday } from '../../parts.ts'
import { literal, map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const relativeDayEn = timeRule({
  name: 'relative-day-en',
  why: 'Today, yesterday and tomorrow count from the day of writing, as do "this morning" and "this evening".',
  language: 'en',
  pattern: sequence({
    later: optional(literal('later', 'earlier', 'late', 'early')),
    day: oneOf(
      map(word('DAY'), (found) => found.value),
      map(sequence({ this: literal('this'), part: word('PART') }), () => 0),
    ),
    part: optional(word('PART')),
    weekday: optional(map(sequence({ comma: optional(literal(',', '(')), day: weekday() }), ({ day }) => day)),
  }),
  read: ({ day, weekday: told }) => ({ kind: 'DAY', days: day, weekday: told, date: null }),
  yes: [
    { text: 'He flies to Brussels ⟦tomorrow⟧.', on: '2009-03-18', edtf: '2009-03-19' },
    { text: 'Shells fell ⟦this morning⟧ on the town', on: '2019-10-18', edtf: '2019-10-18' },
    { text: 'He left ⟦yesterday⟧', on: null, edtf: null },
    { text: 'The cabinet met ⟦today, Friday⟧, in Ankara', on: '2025-02-01', edtf: '2025-01-31' },
  ],
  no: ['this month', 'These mornings are cold'],
})
