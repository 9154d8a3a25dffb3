import { column, onRow, sql } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { DateBasis, DatePrecision } from './enums.ts'
import { read } from './read.ts'

export const FuzzyDate = builder.objectRef<Answer>('FuzzyDate')

/** On any row with edtf, earliest, latest, precision, expression and basis. */
builder.objectType(FuzzyDate, {
  description: 'A day, month, year or range, with what it rests on.',
  fields: (t) => ({
    edtf: t.string({
      description: 'By the Extended Date/Time Format: 2025-01-31, 2025-01, 2025, 2025-01-29/2025-01-31.',
      ...read(column('edtf')),
    }),
    earliest: t.field({ type: 'Date', description: 'The first day that it may be.', ...read(column('earliest')) }),
    latest: t.field({ type: 'Date', description: 'The last day that it may be.', ...read(column('latest')) }),
    precision: t.field({
      type: DatePrecision,
      description: 'How finely it is known.',
      ...read(column('precision')),
    }),
    expression: t.string({
      nullable: true,
      description: 'The words that gave it; null when no words of the text did.',
      ...read(column('expression')),
    }),
    basis: t.field({ type: DateBasis, description: 'What it rests on.', ...read(column('basis')) }),
  }),
})

/** The date on the row of an event or of a report. */
export const dateOnRow = read(onRow((row) => sql`${row}.edtf is not null`))
