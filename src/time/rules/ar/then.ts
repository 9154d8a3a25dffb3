import { count } from '../../parts.ts'
import { map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const days = oneOf(
  map(sequence({ count, unit: word('UNITS', (found) => found.key === 'day') }), (parts) => parts.count),
  map(
    word('UNIT', (found) => found.key === 'day'),
    (found) => found.value,
  ),
)

export const thenAr = timeRule({
  name: 'then-ar',
  why: '"The next day" and "the same day" count from the time that the text told last, not from today.',
  language: 'ar',
  pattern: sequence({ day: word('THEN') }),
  read: ({ day }) => ({ kind: 'THEN', days: day.value }),
  yes: [
    { text: 'وصل أمس وغادر في ⟦اليوم نفسه⟧', on: '2025-02-01', edtf: '2025-01-31' },
    { text: 'وصل أول أمس وغادر في ⟦اليوم التالي⟧', on: '2025-02-01', edtf: '2025-01-31' },
    { text: 'غادر في ⟦اليوم التالي⟧', on: '2025-02-01', edtf: null },
  ],
  no: ['اليوم السابع', 'الحكم نفسه'],
})

export const laterAr = timeRule({
  name: 'later-ar',
  why: 'بعد ذلك بيوم counts days from the time that the text told last.',
  language: 'ar',
  pattern: sequence({
    later: word('LATER'),
    days: (text, at) => ((text.tokens[at]?.key ?? '').startsWith('ب') ? days(text, at, true) : []),
    half: optional(word('PART')),
  }),
  read: ({ later, days: number }) => ({ kind: 'THEN', days: later.value * number }),
  yes: [
    { text: 'اتفقوا أمس ثم أعلنوا ⟦بعد ذلك بيوم⟧ انسحابهم', on: '2025-02-02', edtf: '2025-02-02' },
    { text: 'اتفقوا اليوم وكانوا اختلفوا ⟦قبل ذلك بيومين⟧', on: '2025-02-02', edtf: '2025-01-31' },
    { text: 'اتفقوا أول أمس ثم غادروا ⟦بعدها بثلاثة أيام⟧', on: '2025-02-02', edtf: '2025-02-03' },
  ],
  no: ['غادر بعد ذلك', 'بعد ذلك بأسبوع'],
})
