import { UNTOLD } from '../../meaning.ts'
import { asDirection, month, year } from '../../parts.ts'
import { literal, map, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

export const monthEn = timeRule({
  name: 'month-en',
  why: 'A month alone is the last one of its name or, with a coming verb, the next. May and March are names as well and need a preposition, a year or "last" beside them.',
  language: 'en',
  pattern: sequence({
    phase: optional(sequence({ phase: word('PHASE'), hyphen: optional(literal('-')) })),
    direction: optional(map(word('DIRECTION'), (found) => asDirection(found.value))),
    month,
    year: optional(
      map(sequence({ comma: optional(literal(',')), of: optional(word('OF')), year }), (parts) => parts.year),
    ),
  }),
  read({ phase, direction, month: { month: number, calendar, strength }, year: last }, { before }) {
    const preposition = before.some(({ kind, key }) => kind === 'PREPOSITION' && key !== 'after')
    if (strength !== 'strong' && !preposition && phase === null && direction === null && last === null) return null
    return { kind: 'DATE', date: { ...UNTOLD, calendar, month: number, direction, year: last?.year ?? null } }
  },
  yes: [
    { text: 'They were suspended in ⟦December⟧', on: '2009-03-18', edtf: '2008-12' },
    { text: 'He was arrested in ⟦May⟧.', on: '2018-06-24', edtf: '2018-05' },
    { text: 'The case was adjourned until ⟦May⟧', on: '2012-04-28', edtf: '2012-05' },
    { text: 'It opened in ⟦May 2010⟧', on: null, edtf: '2010-05' },
  ],
  no: ['Theresa May said', 'They may march', 'The case of May Haddad', 'The March of Dimes'],
})
