import { sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const lastNightAr = timeRule({
  name: 'last-night-ar',
  why: 'الليلة الماضية is the evening of yesterday.',
  language: 'ar',
  pattern: sequence({ night: word('NIGHT') }),
  read: ({ night }) => ({ kind: 'DAY', days: night.value, weekday: null, date: null }),
  yes: [{ text: 'قصفت ⟦الليلة الماضية⟧ مواقع', on: '2025-02-01', edtf: '2025-01-31' }],
  no: ['ألف ليلة وليلة'],
})
