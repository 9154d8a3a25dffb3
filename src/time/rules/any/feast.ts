import { UNTOLD } from '../../meaning.ts'
import { direction } from '../../parts.ts'
import { optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const feast = timeRule({
  name: 'feast',
  why: 'A feast names its day in its own calendar; those of the Hijri one move through the Gregorian year.',
  language: null,
  pattern: sequence({ feast: word('FEAST'), direction: optional(direction) }),
  read: ({ feast: found, direction: told }) => ({
    kind: 'DATE',
    date: {
      ...UNTOLD,
      calendar: found.key.startsWith('islamic-') ? 'islamic-umalqura' : 'gregory',
      month: Math.floor(found.value / 100),
      day: found.value % 100,
      direction: told,
    },
  }),
  yes: [
    { text: 'سيمدد الحجر بعد ⟦عيد الأضحى⟧', on: '2021-07-16', edtf: '2021-07-20' },
    { text: 'إذا لم تسكت المدافع قبل ⟦عيد الميلاد⟧', on: '2013-12-19', edtf: '2013-12-25' },
    { text: 'They will leave after ⟦Christmas⟧', on: '2013-12-19', edtf: '2013-12-25' },
  ],
  no: ['عيد ميلاده', 'التقى عيد الفهد', 'Merry days'],
})
