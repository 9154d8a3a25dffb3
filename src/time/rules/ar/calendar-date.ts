import { arabicDate, weekday } from '../../parts.ts'
import { literal, map, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const calendarDateAr = timeRule({
  name: 'calendar-date-ar',
  why: 'A day of the month, in digits or as an ordinal, with its month by any of its regional names, alone or doubled; weekday before it, year or "of last year" behind it where they are told.',
  language: 'ar',
  pattern: sequence({
    part: optional(word('PART')),
    noun: optional(word('DAY_WORD')),
    weekday: optional(map(sequence({ day: weekday(true), comma: optional(literal('،', ',')) }), ({ day }) => day)),
    same: optional(word('CORRESPONDING')),
    date: arabicDate,
  }),
  notAfter: ['NAMED_FOR'],
  read: ({ weekday: told, date }) => ({ kind: 'DATE', date: { ...date, weekday: told } }),
  yes: [
    { text: 'وُلد ⟦السبت 06 كانون ثاني 2024⟧ في بيروت', on: null, edtf: '2024-01-06' },
    { text: 'وُلد في ⟦6 كانون 2 2024⟧', on: null, edtf: '2024-01-06' },
    { text: 'وُلد في ⟦5 تشرين أول 2023⟧', on: null, edtf: '2023-10-05' },
    { text: 'وُلد في ⟦24 جانفي 2017⟧', on: null, edtf: '2017-01-24' },
    { text: 'وُلد في ⟦10 غشت 2022⟧', on: null, edtf: '2022-08-10' },
    { text: 'وُلد في ⟦8 يوليوز 2019⟧', on: null, edtf: '2019-07-08' },
    { text: 'وُلد في ⟦30 جوان 2017⟧', on: null, edtf: '2017-06-30' },
    { text: 'وُلد في ⟦6 أفريل 2024⟧', on: null, edtf: '2024-04-06' },
    { text: 'نُشر في \u202D⟦4 سبتمبر، 2018⟧', on: null, edtf: '2018-09-04' },
    { text: 'وقع الهجوم في ⟦السابع من تشرين الأول/أكتوبر⟧', on: '2024-03-01', edtf: '2023-10-07' },
    { text: 'سيعقد في ⟦١٥ مايو/ أيار⟧', on: '2024-03-01', edtf: '2024-05-15' },
    { text: 'وقع في ⟦3 أغسطس (آب) 2020⟧', on: null, edtf: '2020-08-03' },
    { text: 'تستضيف القمة في ⟦التاسع عشر والعشرين من الشهر الجاري⟧', on: '2009-01-06', edtf: '2009-01-19/2009-01-20' },
    { text: 'صدر في ⟦الثالث من الشهر الماضي⟧', on: '2024-01-10', edtf: '2023-12-03' },
    { text: 'في ⟦11 أيلول من العام الماضي⟧ انهار', on: '2003-11-30', edtf: '2002-09-11' },
    { text: 'يعقد الملتقى ⟦يومي 10 و 11 ابريل 2004⟧ في دبي', on: null, edtf: '2004-04-10/2004-04-11' },
    { text: 'افتتح ⟦السبت 19 رمضان 1434⟧ السوق', on: null, edtf: '2013-07-27' },
    { text: 'غرق ⟦أول أيام شوال⟧ قارب', on: '2023-04-25', edtf: '2023-04-21' },
  ],
  no: [
    'وصل 5 حب إلى الميناء',
    'في 12 اياب للفريق',
    'قتل 14 شخصا',
    'تظاهرت حركة 20 فبراير',
    'سجل الهدف الثاني من المباراة',
  ],
})
