import type { TimeUnit } from '../../meaning.ts'
import { asDirection } from '../../parts.ts'
import { map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const UNITS: Readonly<Record<string, TimeUnit>> = {
  week: 'WEEK',
  weekend: 'WEEKEND',
  month: 'MONTH',
  year: 'YEAR',
  decade: 'DECADE',
  century: 'CENTURY',
}

export const periodEn = timeRule({
  name: 'period-en',
  why: 'The week, month or year around today, the one before or the one behind it; "the end of the year" is of this one.',
  language: 'en',
  pattern: sequence({
    which: oneOf(
      map(sequence({ phase: optional(word('PHASE')), direction: word('DIRECTION') }), ({ direction }) =>
        asDirection(direction.value),
      ),
      map(sequence({ phase: word('PHASE'), the: word('ARTICLE', (found) => found.key === 'the') }), () => 0 as const),
    ),
    period: word('PERIOD'),
  }),
  read({ which, period }) {
    const unit = UNITS[period.key]
    return unit === undefined ? null : { kind: 'PERIOD', unit, offset: which }
  },
  yes: [
    { text: 'She wandered off ⟦last month⟧', on: '2012-04-28', edtf: '2012-03' },
    { text: 'It may open ⟦next year⟧', on: '2010-10-03', edtf: '2011' },
    { text: 'He is due in Istanbul ⟦this weekend⟧', on: '2022-08-20', edtf: '2022-08-20/2022-08-21' },
    { text: 'by ⟦the end of the year⟧', on: '2022-08-20', edtf: '2022' },
  ],
  no: ['a month', 'the week', 'the last weeks'],
})
