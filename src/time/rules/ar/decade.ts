import { direction } from '../../parts.ts'
import { literal, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const decadeAr = timeRule({
  name: 'decade-ar',
  why: 'Decades are told by their tens, of the last century where nothing else is said.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    decade: word('DECADE'),
    century: optional(
      sequence({
        of: optional(word('OF')),
        century: word('PERIOD', (found) => found.key === 'century'),
        which: optional(direction),
        twentieth: optional(literal('العشرين')),
      }),
    ),
  }),
  read: ({ decade }) => ({ kind: 'YEARS', first: decade.value, last: decade.value + 9, calendar: 'gregory' }),
  yes: [
    { text: 'مُدت في ⟦سبعينيات القرن الماضي⟧', on: '2005-09-15', edtf: '1970/1979' },
    { text: 'عاش في ⟦التسعينيات⟧', on: null, edtf: '1990/1999' },
  ],
  no: ['بلغ السبعين من عمره', 'قُتل سبعون شخصا'],
})

export const centuryAr = timeRule({
  name: 'century-ar',
  why: 'القرن with an ordinal is that century.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    century: word('PERIOD', (found) => found.key === 'century'),
    ordinal: word('ORDINAL'),
  }),
  notBefore: ['ORDINAL'],
  read: ({ ordinal }) => (ordinal.value > 21 ? null : { kind: 'CENTURY', number: ordinal.value }),
  yes: [{ text: 'ساموراي عاش في ⟦القرن التاسع عشر⟧ في اليابان', on: null, edtf: '1801-01-01/1900-12-31' }],
  no: ['القرن الأفريقي', 'صفقة القرن الماضي'],
})
