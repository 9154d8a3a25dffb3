import type { TimeUnit } from '../../meaning.ts'
import { count } from '../../parts.ts'
import { map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

const UNITS: Readonly<Record<string, TimeUnit>> = { day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' }

/** ثلاثة أيام; عشرين يوما; يومين; أسبوع. */
const stretch = oneOf(
  map(sequence({ about: optional(word('APPROX')), count, unit: word(['UNITS', 'UNIT']) }), ({ count: number, unit }) =>
    unit.value === 2 ? null : { number, unit: unit.key },
  ),
  map(sequence({ about: optional(word('APPROX')), unit: word('UNIT') }), ({ unit }) => ({
    number: unit.value,
    unit: unit.key,
  })),
)

export const agoAr = timeRule({
  name: 'ago-ar',
  why: 'قبل or منذ with a stretch of time counts back from today; with من behind it, it counts from an event instead.',
  language: 'ar',
  pattern: sequence({ before: word('BEFORE_NOW'), stretch }),
  notBefore: ['COUNTED_FROM', 'MONTH', 'WEEKDAY', 'DAY', 'CARDINAL'],
  read({ stretch: { number, unit } }, { text, next }) {
    const kind = UNITS[unit]
    if (kind === undefined || text.tokens[next]?.kind === 'NUMBER') return null
    return { kind: 'DISTANCE', unit: kind, count: -number }
  },
  yes: [
    { text: 'دعا ⟦قبل عشرة أيام⟧ إلى ذلك', on: '2016-09-15', edtf: '2016-09-05' },
    { text: 'غادر ⟦قبل أسبوعين⟧', on: '2025-02-01', edtf: '2025-01-18' },
    { text: 'صدر القرار ⟦قبل اثني عشر عاما⟧ ولم ينفذ', on: '2007-12-23', edtf: '1995' },
    { text: 'بدأ ⟦منذ 3 أشهر⟧', on: '2025-02-01', edtf: '2024-11' },
  ],
  no: ['قبل ثلاثة أيام من الانتخابات', 'منذ عام 2011', 'قبل شهر رمضان', 'قبل خمسة رجال', 'منذ يوم الجمعة'],
})

export const aheadAr = timeRule({
  name: 'ahead-ar',
  why: 'بعد or خلال with a stretch of time counts on from today when the verb is of the future; told of the past it counts from an event, and nobody knows which.',
  language: 'ar',
  pattern: sequence({ after: word('AFTER_NOW'), stretch }),
  notBefore: ['COUNTED_FROM', 'MONTH', 'WEEKDAY', 'DAY', 'CARDINAL'],
  read({ stretch: { number, unit } }, { text, next }) {
    const kind = UNITS[unit]
    if (kind === undefined || text.tokens[next]?.kind === 'NUMBER') return null
    return { kind: 'DISTANCE', unit: kind, count: number }
  },
  yes: [
    { text: 'ستفتح المظاريف ⟦بعد عشرة أيام⟧', on: '2005-09-15', edtf: '2005-09-25' },
    { text: 'وصل ⟦بعد يومين⟧', on: '2005-09-15', edtf: null },
  ],
  no: ['بعد ثلاثة أيام من إعلانها', 'بعد عام 2011', 'بعد صلاة الفجر'],
})

export const someTimeAgoAr = timeRule({
  name: 'some-time-ago-ar',
  why: '"Days ago" tells that it is past and how finely it is known, but no date.',
  language: 'ar',
  pattern: sequence({ before: word('BEFORE_NOW'), unit: word('UNITS', (found) => found.key in UNITS) }),
  notBefore: ['COUNTED_FROM'],
  read: () => ({ kind: 'VAGUE' }),
  yes: [{ text: 'انفض المؤتمر ⟦قبل أيام⟧ في برلين', on: '2020-01-24', edtf: null }],
  no: ['قبل أيام من المؤتمر', 'قبل ساعات'],
})
