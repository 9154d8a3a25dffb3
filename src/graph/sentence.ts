import { column } from '../store/read/reading.ts'
import { Article } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { ArticleField } from './enums.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const Sentence = builder.objectRef<Answer>('Sentence')

builder.objectType(Sentence, {
  description: 'A sentence of an article. Nothing of it is ever null.',
  fields: (t) => ({
    ordinal: t.int({
      description: "Its place in the article, in reading order from 0, the headline's first.",
      ...read(column('ordinal')),
    }),
    field: t.field({ type: ArticleField, description: 'Which string it lies in.', ...read(column('field')) }),
    start: t.int({ description: 'Where it begins, in UTF-16 code units.', ...read(column('start')) }),
    end: t.int({ description: 'Where it ends, exclusive.', ...read(column('end')) }),
    text: t.string({ description: 'Its words as they stand in the article.', ...read(column('text')) }),
    article: t.field({
      type: Article,
      description: 'The article it belongs to.',
      ...byId('article', 'article_id'),
    }),
  }),
})
