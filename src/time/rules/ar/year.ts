import { UNTOLD } from '../../meaning.ts'
import { isBracketed, year } from '../../parts.ts'
import { literal, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'
import type { TimeText } from '../../words.ts'

export const namedYearAr = timeRule({
  name: 'named-year-ar',
  why: 'عام or سنة before a number of four digits makes it a year, Hijri where هـ follows or the number can be no other.',
  language: 'ar',
  pattern: sequence({ phase: optional(word('PHASE')), noun: word('YEAR_WORD'), year }),
  read: ({ year: found }) => ({ kind: 'DATE', date: { ...UNTOLD, year: found.year, calendar: found.calendar } }),
  yes: [
    { text: 'منذ ⟦عام 2011⟧ لم يعد', on: null, edtf: '2011' },
    { text: 'تأسست ⟦سنة 2008⟧', on: null, edtf: '2008' },
    { text: 'في ⟦نهاية عام 2016⟧', on: null, edtf: '2016' },
    { text: 'حج ⟦عام 1444هـ⟧', on: null, edtf: '2022-07-30/2023-07-18' },
  ],
  no: ['قبل 2000 عام', 'شارك 2000 شخص', 'عاما بعد عام'],
})

export const yearPairAr = timeRule({
  name: 'year-pair-ar',
  why: 'عامي takes two years, which bound a stretch.',
  language: 'ar',
  pattern: sequence({ noun: word('YEARS_WORD'), first: year, and: literal('و', '-', '–'), last: year }),
  read: ({ first, last }) =>
    last.year > first.year ? { kind: 'YEARS', first: first.year, last: last.year, calendar: first.calendar } : null,
  yes: [{ text: 'قُتل بين ⟦عامي 2011 و2013⟧ كثيرون', on: null, edtf: '2011/2013' }],
  no: ['عامي 5 و6'],
})

export const bareYearAr = timeRule({
  name: 'bare-year-ar',
  why: 'Behind a preposition, a number that looks like a year of our time is one, unless it counts something: round numbers and those before a counted noun do.',
  language: 'ar',
  pattern: sequence({ phase: optional(word('PHASE')), year }),
  notBefore: ['UNIT', 'UNITS'],
  read({ phase, year: found }, { before, text, firstToken, next }) {
    if (phase === null && !before.some(({ kind }) => kind === 'PREPOSITION') && !isBracketed(text, firstToken, next))
      return null
    if (!isArabic(text, next) && !isArabic(text, firstToken - 1) && !isArabic(text, firstToken - 2)) return null
    if (found.year < 1900 || found.year > 2100 || found.year % 100 === 0) return null
    const noun = text.tokens[next]
    // A counted noun is accusative and has no article: 2050 لاجئا.
    if (
      phase === null &&
      noun?.kind === 'WORD' &&
      noun.key.endsWith('ا') &&
      !noun.key.startsWith('ال') &&
      noun.key.length > 3
    )
      return null
    return { kind: 'DATE', date: { ...UNTOLD, year: found.year, calendar: found.calendar } }
  },
  yes: [
    { text: 'وقع مع النادي حتى ⟦2027⟧', on: null, edtf: '2027' },
    { text: 'غادر في ⟦نهاية 2016⟧', on: null, edtf: '2016' },
    { text: 'في فيلمه مولد أمة (⟦1915⟧) ظهر', on: null, edtf: '1915' },
  ],
  no: ['قُتل في القصف 2011 شخصا', 'أكثر من 2000 شخص', 'من 2050 لاجئا', 'منذ 1990 سنة'],
})

/** Digits have no language; the words around them do. */
function isArabic(text: TimeText, at: number): boolean {
  return text.tokens[at]?.script === 'ARABIC'
}
