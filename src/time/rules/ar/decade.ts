import type { CenturyTold } from '../../meaning.ts'
import { direction } from '../../parts.ts'
import { literal, map, oneOf, optional, sequence, word } from '../../pattern.ts'
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

export const decadeOfCenturyAr = timeRule({
  name: 'decade-of-century-ar',
  why: 'العقد with an ordinal counts the decades of the century named behind it.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    decade: word('PERIOD', (found) => found.key === 'decade'),
    ordinal: word('ORDINAL'),
    of: word('OF'),
    century: word('PERIOD', (found) => found.key === 'century'),
    which: oneOf<CenturyTold>(
      map(direction, (offset) => ({ offset })),
      map(word('ORDINAL'), ({ value }) => ({ number: value })),
    ),
  }),
  read({ ordinal, which }) {
    if (ordinal.value > 10) return null
    return { kind: 'DECADE_OF_CENTURY', decade: ordinal.value, century: which }
  },
  yes: [
    { text: 'كانت السينما خلال ⟦العقد الأول من القرن الماضي⟧ صامتة', on: '2015-12-24', edtf: '1900/1909' },
    { text: 'وُلد في ⟦العقد الثالث من القرن التاسع عشر⟧', on: null, edtf: '1820/1829' },
  ],
  no: ['في العقد الأول من عمره', 'العقد الأول من نوعه'],
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
