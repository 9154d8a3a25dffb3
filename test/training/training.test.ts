import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTraining } from '../../src/cli/read-training.ts'
import { articleFaults } from '../../src/evaluation/check-article.ts'
import { readTagged } from '../../src/evaluation/tagged-text.ts'
import type { TrainingArticle } from '../../src/evaluation/training-article.ts'
import { persons } from '../../src/lexicon/persons.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { listedNames } from '../../training/rename/article-names.ts'

// The annotated articles are well formed, and nobody real acts in them.

const { articles } = await readTraining(join(import.meta.dirname, '../../training'))

/** The names of streets, airports and universities stay what they are. */
function textsOf(article: TrainingArticle): string[] {
  const tagged = [article.headline, ...article.sentences]
  const named = tagged.flatMap((text) =>
    readTagged(text)
      .spans.filter(({ tag }) => /^[OL]/u.test(tag))
      .map(({ words }) => words),
  )
  const said = [
    ...article.events.flatMap((event) => [...event.actors, ...event.recipients, ...event.themes, ...event.attribution]),
    ...article.quotes.flatMap(({ speaker, attribution }) => [speaker, ...attribution]),
  ]
  const withoutNamed = (text: string) => named.reduce((rest, name) => rest.replaceAll(name, '…'), text)
  return [...tagged.map((text) => readTagged(text).text), ...said].map(withoutNamed)
}

function publicFiguresIn(text: string): string[] {
  const tokens = tokenize(text)
  return tokens.flatMap((_, at) =>
    persons
      .matchAt(tokens, at)
      .filter(
        ({ values, start, end }) => values.some(({ use }) => use !== 'short') && /\s/u.test(text.slice(start, end)),
      )
      .map(({ start, end }) => text.slice(start, end)),
  )
}

test('there are 560 articles, and every id stands once', () => {
  expect(articles).toHaveLength(560)
  expect(new Set(articles.map(({ id }) => id)).size).toBe(560)
})

test('tags are well formed, names resolve, weekdays agree, quotes stand in the text', () => {
  expect(articles.flatMap((article) => articleFaults(article).map((fault) => `${article.id}: ${fault}`))).toEqual([])
})

test('no public figure of our lexicon acts in them', () => {
  const found = articles.flatMap((article) =>
    textsOf(article).flatMap((text) => publicFiguresIn(text).map((name) => `${article.id}: ${name}`)),
  )
  expect([...new Set(found)]).toEqual([])
})

test('nor does anyone of those whose names were replaced', () => {
  const fullNames = new Set([...listedNames].filter((name) => /\s/u.test(name)))
  const found = articles.flatMap((article) =>
    [article.headline, ...article.sentences].flatMap((text) =>
      readTagged(text).spans.flatMap(({ tag, words }) =>
        tag === 'P' && fullNames.has(words) ? [`${article.id}: ${words}`] : [],
      ),
    ),
  )
  expect(found).toEqual([])
})
