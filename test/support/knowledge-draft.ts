import { createHash } from 'node:crypto'
import type { EventType, MentionForm, ParticipantRole } from '../../src/extraction/annotations.ts'
import { groupKeyOf } from '../../src/resolution/group-key.ts'
import {
  articleId,
  documentId,
  entityId,
  mentionId,
  quoteId,
  reportId,
  roleId,
  sentenceId,
  sourceId,
} from '../../src/resolution/ids.ts'
import type {
  ArticleRow,
  DocumentKnowledge,
  EntityRow,
  EvidenceRow,
  MentionRow,
  PartRow,
  QuoteRow,
  ReportRow,
  RoleRow,
  SentenceRow,
} from '../../src/resolution/knowledge.ts'
import { simhash, textKey } from '../../src/resolution/text-key.ts'
import { foldKey } from '../../src/text/fold.ts'
import { searchForms } from '../../src/text/search-forms.ts'
import type { DateBasis, FuzzyDate } from '../../src/time/fuzzy-date.ts'

type DraftReport = {
  readonly sentence: number
  readonly type: EventType
  readonly status?: 'REPORTED' | 'DENIED'
  readonly trigger: string
  /** `ROLE KIND key` each. */
  readonly participants: readonly string[]
  readonly place?: string
  readonly country?: string
  readonly date?: FuzzyDate
  /** Words, `KIND key`. */
  readonly attribution?: readonly (readonly [string, string | null])[]
}

type DraftArticle = {
  readonly kind: ArticleRow['kind']
  readonly language: string
  readonly publishedOn: string | null
  readonly updatedAt?: string
  readonly versionKey?: string
  readonly headline: string
  readonly sentences: readonly string[]
  /** Sentence (0 is the headline), words, `KIND key`, form. */
  readonly mentions: readonly (readonly [number, string, string, MentionForm?])[]
  /** Sentence, title, person, country. */
  readonly roles?: readonly (readonly [number, string, string, string | null])[]
  readonly reports?: readonly DraftReport[]
  /** Sentence, words, speaker, the speaker's words. */
  readonly quotes?: readonly (readonly [number, string, string | null, string])[]
}

export type Draft = {
  readonly source: { key: string; name: string; domain: string; countryCode: string | null } | null
  readonly articles: readonly DraftArticle[]
}

/** Whom the fixtures speak of: `KIND key` → names by language, the first to show, and the country they belong to. */
const cast: Readonly<
  Record<string, { names: readonly (readonly [string, string])[]; of?: string; at?: [number, number] }>
> = {
  'PERSON layla': {
    names: [
      ['ar', 'ليلى الأدهم'],
      ['en', 'Layla al-Adham'],
    ],
  },
  'PERSON kenan': {
    names: [
      ['ar', 'كنان دورماز'],
      ['en', 'Kenan Durmaz'],
    ],
  },
  'COUNTRY JO': {
    names: [
      ['ar', 'الأردن'],
      ['en', 'Jordan'],
    ],
  },
  'COUNTRY TR': {
    names: [
      ['ar', 'تركيا'],
      ['en', 'Turkey'],
    ],
  },
  'ORGANIZATION mfa-tr': { names: [['ar', 'وزارة الخارجية التركية']], of: 'TR' },
  'PLACE amman': {
    names: [
      ['ar', 'عمّان'],
      ['en', 'Amman'],
    ],
    of: 'JO',
    at: [31.95, 35.93],
  },
}
const alpha3: Readonly<Record<string, string>> = { JO: 'JOR', TR: 'TUR' }

/** The bytes that a document's hash is of: its text. */
export function bytesOf(knowledge: DocumentKnowledge): Uint8Array {
  return Buffer.from(knowledge.document.text)
}

export function day(on: string, expression: string | null, basis: DateBasis): FuzzyDate {
  return { edtf: on, earliest: on, latest: on, precision: 'DAY', basis, calendar: 'gregory', expression }
}

/** The rows of a document that says what the draft says; every span is found by its words. */
export function build(draft: Draft): DocumentKnowledge {
  const pages = draft.articles.map(({ headline, sentences }) => [headline, sentences.join(' ')] as const)
  const text = pages.map((fields) => fields.filter((field) => field !== '').join('\n')).join('\n')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const articles = draft.articles.map((article, ordinal) => buildArticle(article, ordinal, sha256, draft.source))
  const source = draft.source === null ? [] : [{ ...draft.source, id: sourceId(draft.source.key) }]
  const mentions = articles.flatMap((article) => article.mentions)
  const codes = new Set(source.map(({ countryCode }) => countryCode))
  return {
    document: { id: documentId(sha256), sha256, mediaType: 'text/plain', url: null, crawledAt: null, text },
    notes: [{ code: 'TEST', message: 'Made by hand.', start: null, end: null }],
    parts: buildParts(
      text,
      articles.map(({ row }) => row),
    ),
    sources: source,
    articles: articles.map(({ row }) => row),
    sentences: articles.flatMap((article) => article.sentences),
    entities: buildEntities(draft, mentions, codes),
    mentions,
    roles: articles.flatMap((article) => article.roles),
    reports: articles.flatMap((article) => article.reports),
    quotes: articles.flatMap((article) => article.quotes),
  }
}

function buildArticle(draft: DraftArticle, ordinal: number, sha256: string, source: Draft['source']) {
  const id = articleId(sha256, ordinal)
  const text = draft.sentences.join(' ')
  const sentences = buildSentences(id, draft)
  const row: ArticleRow = {
    id,
    ordinal,
    kind: draft.kind,
    headline: draft.headline,
    text,
    language: draft.language,
    url: null,
    sourceId: source === null ? null : sourceId(source.key),
    authors: [],
    keywords: ordinal === 0 ? ['معابر', 'حدود'] : [],
    publishedOn: draft.publishedOn,
    publishedAt: null,
    updatedAt: draft.updatedAt ?? null,
    textKey: textKey(draft.headline, text),
    simhash: simhash(text),
    versionKey: draft.versionKey ?? null,
    searchHeadline: searchForms(draft.headline),
    searchText: searchForms(text),
  }
  const find = (at: number, words: string): EvidenceRow => {
    const sentence = sentences[at]
    const offset = sentence?.text.indexOf(words) ?? -1
    if (sentence === undefined || offset < 0) throw new Error(`no "${words}" in sentence ${at} of "${draft.headline}"`)
    const start = sentence.start + offset
    return {
      articleId: id,
      sentenceId: sentence.id,
      field: sentence.field,
      start,
      end: start + words.length,
      text: words,
    }
  }
  const mentions = draft.mentions.map(([at, words, who, form = 'NAME']): MentionRow => {
    const evidence = find(at, words)
    return {
      ...evidence,
      id: mentionId(id, evidence, kindOf(who)),
      entityId: idOf(who),
      form,
      confidence: 0.9,
      rule: 'test',
    }
  })
  const roles = (draft.roles ?? []).map(([at, title, person, country]): RoleRow => {
    const facts = {
      personId: idOf(person),
      titleKey: foldKey(title),
      countryId: country === null ? null : idOf(country),
    }
    const whole = { ...facts, organizationId: null, former: false }
    return { ...whole, id: roleId(whole), title, evidence: [find(at, title)] }
  })
  const reports = (draft.reports ?? []).map((report, at) => buildReport(row, report, at, find))
  const quotes = (draft.quotes ?? []).map(([at, words, speaker, speakerText], order): QuoteRow => {
    const evidence = find(at, words)
    const speakerId = speaker === null ? null : idOf(speaker)
    const spoken = find(at, speakerText)
    const step = {
      text: speakerText,
      start: spoken.start,
      end: spoken.end,
      entityId: speakerId,
      anonymous: speaker === null,
    }
    const about = { direct: speaker !== null, speakerId, speakerText, attribution: [step], rule: 'test' }
    return { ...evidence, ...about, id: quoteId(id, evidence), ordinal: order }
  })
  return { row, sentences, mentions, roles, reports, quotes }
}

function buildReport(
  article: ArticleRow,
  draft: DraftReport,
  ordinal: number,
  find: (at: number, words: string) => EvidenceRow,
): ReportRow {
  const trigger = find(draft.sentence, draft.trigger)
  const evidence = find(draft.sentence, sentenceText(article, find, draft.sentence))
  const participants = draft.participants.map((words) => {
    const [role = '', ...who] = words.split(' ')
    return { entityId: idOf(who.join(' ')), role: role as ParticipantRole }
  })
  const { type } = draft
  return {
    ...evidence,
    id: reportId(article.id, evidence, type),
    ordinal,
    groupKey: groupKeyOf({ type, participants, textKey: article.textKey, start: evidence.start }),
    type,
    status: draft.status ?? 'REPORTED',
    triggerStart: trigger.start,
    triggerEnd: trigger.end,
    date: draft.date ?? null,
    placeId: draft.place === undefined ? null : idOf(draft.place),
    countryId: draft.country === undefined ? null : idOf(draft.country),
    participants,
    attribution: (draft.attribution ?? []).map(([text, who]) => {
      return { text, start: null, end: null, entityId: who === null ? null : idOf(who), anonymous: false }
    }),
    confidence: 0.8,
    rule: 'test',
  }
}

/** The sentence without its full stop: the clause that tells of the event. */
function sentenceText(article: ArticleRow, find: (at: number, words: string) => EvidenceRow, at: number): string {
  const { start } = find(at, '')
  const stop = article.text.indexOf('.', start)
  return article.text.slice(start, stop < 0 ? undefined : stop)
}

function buildSentences(id: string, draft: DraftArticle): SentenceRow[] {
  const headline = { field: 'HEADLINE' as const, start: 0, end: draft.headline.length, text: draft.headline }
  let start = 0
  const body = draft.sentences.map((text) => {
    const row = { field: 'TEXT' as const, start, end: start + text.length, text }
    start = row.end + 1
    return row
  })
  return [headline, ...body].map((row, ordinal) => ({
    ...row,
    id: sentenceId(id, row.field, row.start),
    articleId: id,
    ordinal,
  }))
}

function buildParts(text: string, articles: readonly ArticleRow[]): PartRow[] {
  const parts: PartRow[] = []
  let at = 0
  for (const article of articles) {
    for (const [kind, words] of [
      ['HEADLINE', article.headline],
      ['BODY', article.text],
    ] as const) {
      if (words === '') continue
      if (at > 0) parts.push({ kind: 'BLANK', start: at, end: ++at, articleId: null })
      parts.push({ kind, start: at, end: at + words.length, articleId: article.id })
      at += words.length
    }
  }
  if (at !== text.length) throw new Error('the parts do not tile the document')
  return parts
}

function buildEntities(draft: Draft, mentions: readonly MentionRow[], codes: Set<string | null>): EntityRow[] {
  const said = new Set(draft.articles.flatMap((article) => article.mentions.map(([, , who]) => who)))
  for (const who of said) codes.add(cast[who]?.of ?? null)
  for (const code of codes) if (code !== null) said.add(`COUNTRY ${code}`)
  return [...said].map((who) => {
    const { names = [], of = null, at } = cast[who] ?? {}
    const [language, name] = names[0] ?? ['ar', who]
    const [, key = ''] = who.split(' ')
    const isCountry = kindOf(who) === 'COUNTRY'
    const known = names.map(([tongue, text]) => ({ language: tongue, text, key: foldKey(text), preferred: true }))
    const surfaces = mentions
      .filter((mention) => mention.entityId === idOf(who) && !names.some(([, text]) => text === mention.text))
      .map(({ text }) => ({
        language: draft.articles[0]?.language ?? 'ar',
        text,
        key: foldKey(text),
        preferred: false,
      }))
    return {
      id: idOf(who),
      kind: kindOf(who),
      key,
      name,
      language,
      wikidataId: null,
      code: isCountry ? key : null,
      alpha3: isCountry ? (alpha3[key] ?? null) : null,
      countryCode: of,
      latitude: at?.[0] ?? null,
      longitude: at?.[1] ?? null,
      names: [...new Map([...known, ...surfaces].map((row) => [`${row.language} ${row.text}`, row])).values()],
    }
  })
}

function kindOf(who: string): EntityRow['kind'] {
  return who.split(' ')[0] as EntityRow['kind']
}

function idOf(who: string): string {
  return entityId(kindOf(who), who.split(' ')[1] ?? '')
}
