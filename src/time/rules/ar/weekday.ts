import { direction, weekday } from '../../parts.ts'
import { literal, map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const weekdayAr = timeRule({
  name: 'weekday-ar',
  why: 'A weekday alone is the nearest one, past or coming as the verb is; الماضي and المقبل say so themselves. Without ال it is one only behind يوم: أحد is "one of", خميس and جمعة are names.',
  language: 'ar',
  pattern: sequence({
    part: optional(word('PART')),
    day: oneOf(
      weekday(),
      map(sequence({ noun: word('DAY_WORD'), day: weekday(true) }), ({ day }) => day),
    ),
    to: optional(
      map(sequence({ join: optional(literal('-', '–', '/', 'ـ', 'الي', 'علي')), day: weekday() }), ({ day }) => day),
    ),
    latePart: optional(word('PART')),
    direction: optional(direction),
  }),
  notAfter: ['NOT_WEEKDAY_BEFORE'],
  notBefore: ['NOT_WEEKDAY_AFTER'],
  read: ({ part, day, to, direction: told }) =>
    to !== null && part?.key !== 'night' ? null : { kind: 'WEEKDAY', weekday: day, to, direction: told },
  yes: [
    { text: 'استقبل الوزير ⟦الجمعة⟧ وفدا', on: '2018-06-10', edtf: '2018-06-08' },
    { text: 'يصل الوفد ⟦الجمعة المقبل⟧', on: '2018-06-10', edtf: '2018-06-15' },
    { text: 'أدى اليمين ⟦الأربعاء قبل الماضي⟧ وسافر', on: '2019-08-31', edtf: '2019-08-21' },
    { text: 'سيؤدي اليمين ⟦الخميس بعد المقبل⟧', on: '2024-07-24', edtf: '2024-08-01' },
    { text: 'سيزور الوزير ⟦الثلاثاء⟧ بغداد', on: '2025-01-31', edtf: '2025-02-04' },
    { text: 'أعلنت الوزارة ⟦الثلاثاء⟧ أنها وافقت', on: '2025-01-31', edtf: '2025-01-28' },
    { text: 'قُتل ⟦فجر يوم السبت الماضي⟧ رجلان', on: '2025-02-01', edtf: '2025-01-25' },
    { text: 'انتهى ⟦ليل الأربعاء الخميس⟧ الحصار', on: '2012-03-24', edtf: '2012-03-21/2012-03-22' },
    { text: 'من المقرر أن يجتمعا ⟦يوم أحد⟧', on: '2025-01-31', edtf: '2025-02-02' },
    { text: 'غادر ⟦الاثنين⟧ البلاد', on: null, edtf: null },
  ],
  no: [
    'قال أحد القتيلين',
    'التقى خميس جمعة في بيته',
    'أدى صلاة الجمعة في المسجد',
    'اتفق كلا الاثنين على ذلك',
    'قُتل اثنين من الجنود',
  ],
})
