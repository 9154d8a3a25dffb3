import type { Direction } from '../../meaning.ts'
import { direction, yearBehind } from '../../parts.ts'
import { map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const seasonAr = timeRule({
  name: 'season-ar',
  why: 'A season is a time only with its year or "last", "this", "next": الربيع العربي is a name, ربيع a person.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    this: optional(word('THIS')),
    season: word('SEASON'),
    when: oneOf<{ direction: Direction | null; year: number | null }>(
      map(direction, (told) => ({ direction: told, year: null })),
      map(sequence({ year: yearBehind() }), ({ year }) =>
        'year' in year ? { direction: null, year: year.year } : { direction: year.yearOffset, year: null },
      ),
    ),
  }),
  read: ({ season, when }) => ({ kind: 'SEASON', month: season.value, year: when.year, direction: when.direction }),
  yes: [
    { text: 'عاد في ⟦صيف 2014⟧', on: null, edtf: '2014-06-01/2014-08-31' },
    { text: 'هاجر ⟦الشتاء الماضي⟧', on: '2025-05-01', edtf: '2024-12-01/2025-02-28' },
  ],
  no: ['الربيع العربي', 'التقى ربيع الأسمر'],
})
