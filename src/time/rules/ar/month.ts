import { UNTOLD } from '../../meaning.ts'
import { direction, month, yearBehind } from '../../parts.ts'
import { optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const monthAr = timeRule({
  name: 'month-ar',
  why: 'A month alone is the last one of its name or, with a coming verb, the next. مارس is also "practised", آب "returned", أيار, نيسان and رمضان are names: these need a preposition, شهر, a year or "last" beside them.',
  language: 'ar',
  pattern: sequence({
    phase: optional(word('PHASE')),
    noun: optional(word('MONTH_WORD')),
    month,
    direction: optional(direction),
    year: optional(yearBehind()),
  }),
  read({ phase, noun, month: found, direction: told, year }, { before }) {
    const preposition = before.find(({ kind, key }) => kind === 'PREPOSITION' && key !== 'after')
    const certain = phase !== null || noun !== null || told !== null || year !== null || preposition !== undefined
    if (found.strength !== 'strong' && !certain) return null
    return {
      kind: 'DATE',
      date: {
        ...UNTOLD,
        calendar: found.calendar,
        month: found.month,
        direction: told,
        year: year !== null && 'year' in year ? year.year : null,
        yearOffset: year !== null && 'yearOffset' in year ? year.yearOffset : null,
      },
    }
  },
  yes: [
    { text: 'أوقف في ⟦تشرين الثاني 2006⟧ في المطار', on: null, edtf: '2006-11' },
    { text: 'لم يبرحه منذ ⟦مارس/آذار 2009⟧', on: null, edtf: '2009-03' },
    { text: 'تعادل الفريق ⟦مطلع نيسان/أبريل⟧', on: '2019-06-12', edtf: '2019-04' },
    { text: 'وعدت في ⟦أيلول الماضي⟧', on: '2015-05-15', edtf: '2014-09' },
    { text: 'ينتهي العقد في ⟦حزيران المقبل⟧', on: '2018-01-12', edtf: '2018-06' },
    { text: 'لا عودة قبل ⟦سبتمبر⟧', on: '2024-05-17', edtf: '2024-09' },
    { text: 'استولى عليها في ⟦أيلول من العام الماضي⟧', on: '2003-11-30', edtf: '2002-09' },
    { text: 'صام ⟦شهر رمضان 1431⟧', on: null, edtf: '2010-08-11/2010-09-09' },
  ],
  no: [
    'مارس الضغط على الحكومة',
    'من مارس هذا الضغط',
    'آب الرجل إلى بيته',
    'قالت أيار إن',
    'التقى محمد رمضان',
    'حب واياب',
    'كتاب جديد',
    'صفر لصفر',
  ],
})
