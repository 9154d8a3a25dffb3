import type {
  ArticleField,
  EntityKind,
  EventStatus,
  EventType,
  MentionForm,
  ParticipantRole,
} from '../extraction/annotations.ts'
import type { ArticleKind, PartKind } from '../reading/page.ts'
import type { FuzzyDate } from '../time/fuzzy-date.ts'

/** Words in an article, ready to be stored; `text` is the slice itself. */
export type EvidenceRow = {
  readonly articleId: string
  readonly sentenceId: string
  readonly field: ArticleField
  readonly start: number
  readonly end: number
  readonly text: string
}

export type DocumentRow = {
  readonly id: string
  readonly sha256: string
  readonly mediaType: string
  readonly url: string | null
  readonly crawledAt: string | null
  readonly text: string
}

export type NoteRow = {
  readonly code: string
  readonly message: string
  readonly start: number | null
  readonly end: number | null
}

export type PartRow = {
  readonly kind: PartKind
  readonly start: number
  readonly end: number
  readonly articleId: string | null
}

export type SourceRow = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly domain: string | null
  /** Alpha-2 of the outlet's country, where the lexicon knows the outlet. */
  readonly countryCode: string | null
}

export type ArticleRow = {
  readonly id: string
  readonly ordinal: number
  readonly kind: ArticleKind
  readonly headline: string
  readonly text: string
  readonly language: string
  readonly url: string | null
  readonly sourceId: string | null
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  readonly publishedOn: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  /** Hash of the folded words: exact copies share it. */
  readonly textKey: string
  /** 64-bit SimHash as a signed integer; null when the text is too short to compare. */
  readonly simhash: bigint | null
  /** What its revisions have in common, itself and those of other documents; null when nothing tells. */
  readonly versionKey: string | null
  /** Folded, clitic-stripped words of the headline and of the text with all their search forms, space separated. */
  readonly searchHeadline: string
  readonly searchText: string
}

export type SentenceRow = {
  readonly id: string
  readonly articleId: string
  readonly ordinal: number
  readonly field: ArticleField
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A name to show or to find an entity by. */
export type NameRow = {
  readonly language: string
  readonly text: string
  readonly key: string
  readonly preferred: boolean
}

export type EntityRow = {
  readonly id: string
  readonly kind: EntityKind
  readonly key: string
  readonly name: string
  readonly language: string
  readonly wikidataId: string | null
  /** COUNTRY: its codes. */
  readonly code: string | null
  readonly alpha3: string | null
  /** ORGANIZATION, PLACE: alpha-2 of the country it belongs to; that country is among the rows, too. */
  readonly countryCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** From the lexicon, and each surface form of this document. */
  readonly names: readonly NameRow[]
}

export type MentionRow = EvidenceRow & {
  readonly id: string
  readonly entityId: string
  readonly form: MentionForm
  readonly confidence: number
  readonly rule: string
}

export type RoleRow = {
  readonly id: string
  readonly personId: string
  readonly title: string
  readonly titleKey: string
  readonly countryId: string | null
  readonly organizationId: string | null
  readonly former: boolean
  readonly evidence: readonly EvidenceRow[]
}

export type AttributionRow = {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  readonly entityId: string | null
  readonly anonymous: boolean
}

export type ParticipantRow = { readonly entityId: string; readonly role: ParticipantRole }

export type ReportRow = EvidenceRow & {
  readonly id: string
  readonly ordinal: number
  /** Type and participants: reports of one group are sorted into occurrences together. */
  readonly groupKey: string
  readonly type: EventType
  readonly status: EventStatus
  readonly triggerStart: number
  readonly triggerEnd: number
  readonly date: FuzzyDate | null
  readonly placeId: string | null
  readonly countryId: string | null
  readonly participants: readonly ParticipantRow[]
  readonly attribution: readonly AttributionRow[]
  readonly confidence: number
  readonly rule: string
}

export type QuoteRow = EvidenceRow & {
  readonly id: string
  readonly ordinal: number
  readonly direct: boolean
  readonly speakerId: string | null
  readonly speakerText: string
  readonly attribution: readonly AttributionRow[]
  readonly rule: string
}

/** One document's knowledge: all rows that it gives, by table, with the ids that every database would give them. */
export type DocumentKnowledge = {
  readonly document: DocumentRow
  readonly notes: readonly NoteRow[]
  readonly parts: readonly PartRow[]
  readonly sources: readonly SourceRow[]
  readonly articles: readonly ArticleRow[]
  readonly sentences: readonly SentenceRow[]
  readonly entities: readonly EntityRow[]
  readonly mentions: readonly MentionRow[]
  readonly roles: readonly RoleRow[]
  readonly reports: readonly ReportRow[]
  readonly quotes: readonly QuoteRow[]
}

/** What sorting reports into occurrences needs to know of a report, whichever article it comes from. */
export type GroupedReport = {
  readonly id: string
  readonly articleId: string
  readonly sourceId: string | null
  /** Of its article: copies share the one and nearly the other. */
  readonly textKey: string
  readonly simhash: bigint | null
  readonly publishedOn: string | null
  readonly type: EventType
  readonly status: EventStatus
  readonly text: string
  readonly date: FuzzyDate | null
  readonly placeId: string | null
  readonly countryId: string | null
  readonly participants: readonly ParticipantRow[]
}

/** One occurrence, as its reports together tell it. */
export type EventRow = {
  readonly id: string
  readonly groupKey: string
  readonly type: EventType
  readonly status: EventStatus
  readonly date: FuzzyDate | null
  readonly placeId: string | null
  readonly countryId: string | null
  readonly headline: string
  readonly sortOn: string
  readonly participants: readonly ParticipantRow[]
  readonly reportIds: readonly string[]
  readonly articleCount: number
  readonly sourceCount: number
  readonly independentCount: number
}
