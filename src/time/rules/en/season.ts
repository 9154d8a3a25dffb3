import type { Direction } from '../../meaning.ts'
import { asDirection, year } from '../../parts.ts'
import { literal, map, oneOf, optional, sequence, word } from '../../pattern.ts'
import { timeRule } from '../../rule.ts'

type SeasonTold = { readonly month: number; readonly direction: Direction | null; readonly year: number | null }

export const seasonEn = timeRule({
  name: 'season-en',
  why: 'A season is a time with its year, with last, this or next, or in "in the autumn"; the Arab Spring is a name.',
  language: 'en',
  pattern: sequence({
    when: oneOf<SeasonTold>(
      map(sequence({ direction: word('DIRECTION'), season: word('SEASON') }), ({ direction, season }) => ({
        month: season.value,
        direction: asDirection(direction.value),
        year: null,
      })),
      map(sequence({ season: word('SEASON'), of: optional(word('OF')), year }), ({ season, year: told }) => ({
        month: season.value,
        direction: null,
        year: told.year,
      })),
      map(sequence({ in: literal('in'), the: literal('the'), season: word('SEASON') }), ({ season }) => ({
        month: season.value,
        direction: null,
        year: null,
      })),
    ),
  }),
  read: ({ when }) => ({ kind: 'SEASON', ...when }),
  yes: [
    { text: 'He came back in the ⟦summer of 2014⟧', on: null, edtf: '2014-06-01/2014-08-31' },
    { text: 'They want a ballot ⟦in the autumn⟧ and will get it', on: '2016-08-22', edtf: '2016-09-01/2016-11-30' },
  ],
  no: ['the Arab Spring', 'a spring of water', 'winter clothes'],
})
