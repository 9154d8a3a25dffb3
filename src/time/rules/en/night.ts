import { sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const nightEn = timeRule({
  name: 'night-en',
  why: '"Last night" is the evening of yesterday; "overnight" lies between yesterday and today.',
  language: 'en',
  pattern: sequence({ night: word('NIGHT') }),
  read: ({ night }) =>
    night.key === 'overnight'
      ? { kind: 'NIGHT', days: -1 }
      : { kind: 'DAY', days: night.value, weekday: null, date: null },
  yes: [
    { text: 'Jets ⟦overnight⟧ shot down drones', on: '2024-04-14', edtf: '2024-04-13/2024-04-14' },
    { text: 'He opened it ⟦last night⟧', on: '2010-10-03', edtf: '2010-10-02' },
  ],
  no: ['at night', 'the night'],
})
