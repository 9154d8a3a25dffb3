import type { TimeUnit } from '../../meaning.ts'
import { count } from '../../parts.ts'
import { literal, map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const UNITS: Readonly<Record<string, TimeUnit>> = { day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' }

const stretch = sequence({
  about: optional(word('APPROX')),
  count: oneOf(
    count,
    map(
      word('ARTICLE', (found) => found.key === 'a'),
      () => 1,
    ),
  ),
  unit: word(['UNITS', 'UNIT']),
})

export const agoEn = timeRule({
  name: 'ago-en',
  why: 'A stretch of time with "ago" behind it counts back from today.',
  language: 'en',
  pattern: sequence({ stretch, ago: word('AGO') }),
  read({ stretch: { count: number, unit } }) {
    const kind = UNITS[unit.key]
    return kind === undefined ? null : { kind: 'DISTANCE', unit: kind, count: -number }
  },
  yes: [
    { text: 'He was found ⟦three days ago⟧', on: '2005-11-19', edtf: '2005-11-16' },
    { text: 'She left ⟦a week ago⟧', on: '2025-02-01', edtf: '2025-01-25' },
    { text: 'It began ⟦two years ago⟧', on: '2025-02-01', edtf: '2023' },
  ],
  no: ['two hours ago', 'three days before the vote', 'long ago'],
})

export const aheadEn = timeRule({
  name: 'ahead-en',
  why: '"In two weeks" and "within two weeks" count on from today when the verb is of the future.',
  language: 'en',
  pattern: sequence({ in: literal('in', 'within'), stretch }),
  notBefore: ['COUNTED_FROM', 'AGO'],
  read({ stretch: { count: number, unit } }) {
    const kind = UNITS[unit.key]
    return kind === undefined ? null : { kind: 'DISTANCE', unit: kind, count: number }
  },
  yes: [
    { text: 'They will meet ⟦in two weeks⟧', on: '2025-02-01', edtf: '2025-02-15' },
    { text: 'They met ⟦within two weeks⟧', on: '2025-02-01', edtf: null },
  ],
  no: ['in two minutes', 'in two parts'],
})
