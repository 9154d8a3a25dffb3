import { analyze } from '../../../src/extraction/article-text.ts'
import { findMentions } from '../../../src/extraction/mentions/find-mentions.ts'

/** What a text names, in order: `KIND words`, with the form where it is no name and the country's code. */
export function mentionsIn(text: string, headline = ''): string[] {
  const article = analyze({ headline, text, language: languageOf(text), publishedOn: null, source: null })
  const { entities, mentions } = findMentions(article)
  return mentions.map(({ entity, field, start, end, form }) => {
    const found = entities[entity]
    const code = found?.kind === 'COUNTRY' ? ` ${found.lexiconKey}` : ''
    const words = article.slice({ field, start, end })
    return `${found?.kind}${form === 'NAME' ? '' : ` ${form}`}${code} ${words}`
  })
}

/** Those of one kind. */
export function namesOf(kind: 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE', text: string, headline = ''): string[] {
  return mentionsIn(text, headline).filter((mention) => mention.startsWith(kind))
}

/** The words of each entity of a kind, `/` between them, in the order of first mention. */
export function entitiesOf(kind: 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE', text: string): string[] {
  const article = analyze({ headline: '', text, language: languageOf(text), publishedOn: null, source: null })
  const { entities, mentions } = findMentions(article)
  return [...entities.keys()]
    .filter((index) => entities[index]?.kind === kind)
    .map((index) =>
      mentions
        .filter(({ entity }) => entity === index)
        .map((span) => article.slice(span))
        .join('/'),
    )
}

function languageOf(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'
}
