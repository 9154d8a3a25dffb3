import { column } from '../store/read/reading.ts'
import { Article } from './article.ts'
import { type Answer, builder } from './builder.ts'
import { ArticleField } from './enums.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'
import { Sentence } from './sentence.ts'

export const Evidence = builder.objectRef<Answer>('Evidence')

/** On any row with article_id, sentence_id, field, start, end and text. */
builder.objectType(Evidence, {
  description:
    'The words that say so, and where they stand. Always `text === article[field].slice(start, end)`, counted in UTF-16 code units. Nothing here is ever null: no edge of the graph is without its words.',
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article whose words they are.',
      ...byId('article', 'article_id'),
    }),
    sentence: t.field({
      type: Sentence,
      description: 'The sentence in which they begin.',
      ...byId('sentence', 'sentence_id'),
    }),
    field: t.field({ type: ArticleField, description: 'Which string they lie in.', ...read(column('field')) }),
    start: t.int({ description: 'Where they begin.', ...read(column('start')) }),
    end: t.int({ description: 'Where they end, exclusive.', ...read(column('end')) }),
    text: t.string({ description: 'The words as they stand in the article.', ...read(column('text')) }),
  }),
})
