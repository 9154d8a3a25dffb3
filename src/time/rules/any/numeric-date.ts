import { UNTOLD } from '../../meaning.ts'
import { calendarOf } from '../../parts.ts'
import { digits, literal, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const numericDate = timeRule({
  name: 'numeric-date',
  why: 'Three numbers with one separator: day first as in Arabic and most of the world, month first only where it cannot be otherwise. A year between 1300 and 1500 is Hijri.',
  language: null,
  pattern: sequence({
    day: digits(1, 31),
    one: literal('/', '-'),
    month: digits(1, 31),
    two: literal('/', '-'),
    year: digits(1300, 2199, 4),
    era: optional(word(['HIJRI', 'GREGORIAN'])),
  }),
  read({ day, one, month, two, year, era }) {
    if (one !== two) return null
    const swapped = month > 12 && day <= 12
    const date = swapped ? { day: month, month: day } : { day, month }
    return { kind: 'DATE', date: { ...UNTOLD, ...date, year, calendar: calendarOf(year, era?.kind ?? null) } }
  },
  yes: [
    { text: 'صدر في ⟦11/04/2017⟧', on: null, edtf: '2017-04-11' },
    { text: 'صدر في ⟦21 / 10 / 1436هـ⟧', on: null, edtf: '2015-08-06' },
    { text: 'صدر في ⟦26/9/1439⟧', on: null, edtf: '2018-06-10' },
    { text: 'Issued on ⟦04/13/2017⟧', on: null, edtf: '2017-04-13' },
  ],
  no: ['النتيجة 3-2-1', 'القرار 11/04', '3/2-2017'],
})

export const isoDate = timeRule({
  name: 'iso-date',
  why: 'Year first is ISO 8601, and in Arabic often enough a Hijri date with the year first.',
  language: null,
  pattern: sequence({
    year: digits(1300, 2199, 4),
    one: literal('/', '-'),
    month: digits(1, 12),
    two: literal('/', '-'),
    day: digits(1, 31),
    era: optional(word(['HIJRI', 'GREGORIAN'])),
  }),
  read({ year, one, month, two, day, era }) {
    if (one !== two) return null
    return { kind: 'DATE', date: { ...UNTOLD, year, month, day, calendar: calendarOf(year, era?.kind ?? null) } }
  },
  yes: [
    { text: 'صدر في ⟦2025-02-01⟧', on: null, edtf: '2025-02-01' },
    { text: 'صدر في ⟦١٤٣٩/٩/٢٦هـ⟧', on: null, edtf: '2018-06-10' },
  ],
  no: ['2025-02', '2025-13-01'],
})
