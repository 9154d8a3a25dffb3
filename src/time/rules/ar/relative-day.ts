import { UNTOLD } from '../../meaning.ts'
import { arabicDate, weekday } from '../../parts.ts'
import { literal, map, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const relativeDayAr = timeRule({
  name: 'relative-day-ar',
  why: 'اليوم, أمس, غدا and their kin count from the day of writing; a weekday or a date behind them says which day that is. اليوم is also plain "the day": the seventh day, the world day, a newspaper.',
  language: 'ar',
  pattern: sequence({
    part: optional(word('PART')),
    noun: optional(word('DAY_WORD')),
    day: word('DAY'),
    latePart: optional(word('PART')),
    weekday: optional(weekday()),
    date: optional(
      map(
        sequence({ comma: optional(literal('،', ',')), same: optional(word('CORRESPONDING')), date: arabicDate }),
        ({ date }) => date,
      ),
    ),
  }),
  read({ day, weekday: told, date }, { before, after }) {
    if (day.value === 0 && told === null && date === null) {
      if (after.some(({ kind }) => kind === 'NOT_TODAY_AFTER' || kind === 'ORDINAL')) return null
      if (before.some(({ kind }) => kind === 'NOT_TODAY_BEFORE')) return null
    }
    return {
      kind: 'DAY',
      days: day.value,
      weekday: told,
      date: date === null ? null : { ...UNTOLD, ...date, weekday: told },
    }
  },
  yes: [
    { text: 'وصل الوفد ⟦اليوم⟧ إلى عمّان', on: '2025-02-01', edtf: '2025-02-01' },
    { text: 'قال ⟦اليوم الجمعة⟧ إنه وافق', on: '2025-02-01', edtf: '2025-01-31' },
    { text: 'زاره ⟦أول أمس الأربعاء⟧ في مكتبه', on: '2025-01-31', edtf: '2025-01-29' },
    { text: 'والتقى ⟦مساء أمس الأول الجمعة⟧ بنظيره', on: '2025-02-02', edtf: '2025-01-31' },
    { text: 'يصل ⟦بعد غد⟧ إلى بيروت', on: '2025-02-28', edtf: '2025-03-02' },
    { text: 'جرى ذلك ب⟦الأمس⟧ وانتهى', on: '2025-03-01', edtf: '2025-02-28' },
    { text: 'افتتح ⟦اليوم الاثنين 22 ربيع الآخر 1437هـ⟧ الجسر', on: null, edtf: '2016-02-01' },
    { text: 'افتتح ⟦اليوم، السابع من ذي القعدة 1425⟧ الجسر', on: null, edtf: '2004-12-19' },
    { text: 'غادر ⟦أمس⟧ البلاد', on: null, edtf: null },
  ],
  no: [
    'نشرت صحيفة اليوم السابع خبرا',
    'في اليوم العالمي للمرأة',
    'قالت صحيفة المصري اليوم إنه غادر',
    'انتهى اليوم الأول من المفاوضات',
    'غادر في ذلك اليوم المدينة',
  ],
})
