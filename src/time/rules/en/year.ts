import { UNTOLD } from '../../meaning.ts'
import { isBracketed, year } from '../../parts.ts'
import { literal, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const bareYearEn = timeRule({
  name: 'bare-year-en',
  why: 'Behind a preposition, a number that looks like a year of our time is one, unless it counts something.',
  language: 'en',
  pattern: sequence({ phase: optional(sequence({ phase: word('PHASE'), hyphen: optional(literal('-')) })), year }),
  notBefore: ['UNITS', 'UNIT'],
  read({ phase, year: found }, { before, text, firstToken, next }) {
    if (phase === null && !before.some(({ kind }) => kind === 'PREPOSITION') && !isBracketed(text, firstToken, next))
      return null
    if (text.tokens[next]?.script === 'ARABIC' || text.tokens[firstToken - 2]?.script === 'ARABIC') return null
    if (found.year < 1900 || found.year > 2100) return null
    const noun = text.tokens[next]
    if (found.year % 100 === 0 && noun?.kind === 'WORD') return null
    return { kind: 'DATE', date: { ...UNTOLD, year: found.year, calendar: found.calendar } }
  },
  yes: [
    { text: 'for the first time since ⟦1971⟧, it met', on: null, edtf: '1971' },
    { text: 'in ⟦2011⟧ remain', on: null, edtf: '2011' },
  ],
  no: ['killed 2011 people', 'of 2000 people', 'in 2000 villages', 'flight 1990'],
})

export const yearsEn = timeRule({
  name: 'year-pair-en',
  why: 'Between two years lies a stretch.',
  language: 'en',
  pattern: sequence({ first: year, and: literal('and', 'to', '-', '–'), last: year }),
  read({ first, and, last }, { before, text, firstToken }) {
    const between = text.tokens[firstToken - 1]?.key === 'between'
    if (!between && (and === 'and' || !before.some(({ kind }) => kind === 'PREPOSITION'))) return null
    return last.year > first.year
      ? { kind: 'YEARS', first: first.year, last: last.year, calendar: first.calendar }
      : null
  },
  yes: [{ text: 'killed between ⟦2011 and 2013⟧', on: null, edtf: '2011/2013' }],
  no: ['in 1990 and 2011 remain', 'won 2011 and 2013 votes', 'between 5 and 7'],
})
