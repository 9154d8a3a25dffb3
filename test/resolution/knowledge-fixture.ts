import type { ArticleAnnotations, LocalEntity, MentionAnnotation } from '../../src/extraction/annotations.ts'
import type { Page, PageArticle } from '../../src/reading/page.ts'

/** An article of one sentence a field whose mentions are found by their words. */
export type Telling = {
  readonly headline: string
  readonly text: string
  readonly entities: readonly LocalEntity[]
  /** Words, index of the entity; each stands once in the text. */
  readonly mentions: readonly (readonly [string, number])[]
  readonly participants?: readonly number[]
}

export function person(name: string, lexiconKey: string | null = null): LocalEntity {
  return { kind: 'PERSON', name, language: 'ar', lexiconKey, countryCode: null }
}

export function country(code: string, name: string): LocalEntity {
  return { kind: 'COUNTRY', name, language: 'ar', lexiconKey: code, countryCode: null }
}

export function pageOf(tellings: readonly Telling[]): Page {
  return {
    text: tellings.map(({ headline, text }) => `${headline}\n${text}`).join('\n'),
    mediaType: 'text/plain',
    url: null,
    crawledAt: null,
    articles: tellings.map(articleOf),
    parts: [],
    notes: [],
  }
}

export function annotationsOf(telling: Telling): ArticleAnnotations {
  const { headline, text, entities } = telling
  const inText = text !== ''
  const mentions = telling.mentions.map(([words, entity]): MentionAnnotation => {
    const start = (inText ? text : headline).indexOf(words)
    const span = { field: inText ? ('TEXT' as const) : ('HEADLINE' as const), start, end: start + words.length }
    return { ...span, entity, form: 'NAME', sentence: inText ? 1 : 0, confidence: 1, rule: 'test' }
  })
  const whole = { field: 'TEXT' as const, start: 0, end: text.length }
  const participants = (telling.participants ?? []).map((entity) => ({ entity, role: 'ACTOR' as const }))
  const told = { ...whole, type: 'STATEMENT' as const, status: 'REPORTED' as const, trigger: { start: 0, end: 1 } }
  const report = { ...told, sentence: 1, date: null, place: null, country: null, participants, attribution: [] }
  return {
    sentences: [{ field: 'HEADLINE', start: 0, end: headline.length }, ...(inText ? [whole] : [])],
    entities,
    mentions,
    roles: [],
    times: [],
    reports: participants.length === 0 ? [] : [{ ...report, confidence: 1, rule: 'test' }],
    quotes: [],
    notes: [],
  }
}

function articleOf(telling: Telling, at: number): PageArticle {
  return {
    kind: at === 0 ? 'MAIN' : telling.text === '' ? 'HEADLINE' : 'EMBEDDED',
    headline: telling.headline,
    text: telling.text,
    language: 'ar',
    url: null,
    guid: null,
    source: null,
    authors: [],
    keywords: [],
    publishedOn: null,
    publishedAt: null,
    updatedAt: null,
    dateBasis: null,
  }
}
