import { column } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { read } from './read.ts'

export const Alias = builder.objectRef<Answer>('Alias')

builder.objectType(Alias, {
  description: 'A name that an entity goes by. Nothing of it is ever null.',
  fields: (t) => ({
    text: t.string({ description: 'The name as written.', ...read(column('text')) }),
    language: t.string({ description: 'Its language, BCP 47.', ...read(column('language')) }),
    articleCount: t.int({
      description: 'How many articles use it; 0 for a name known only from the lexicon.',
      ...read(column('article_count')),
    }),
  }),
})
