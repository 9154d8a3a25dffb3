import type { Span } from '../text/span.ts'
import type { FuzzyDate, TimeExpression } from '../time/fuzzy-date.ts'

/** Which of an article's two strings a span lies in. */
export type ArticleField = 'HEADLINE' | 'TEXT'

/** A stretch of an article: `article[field].slice(start, end)`. */
export type FieldSpan = Span & { readonly field: ArticleField }

export type EntityKind = 'PERSON' | 'COUNTRY' | 'ORGANIZATION' | 'PLACE'

/** هاكان فيدان · التركي · موسكو acting as a government · الوزير with its holder known. */
export type MentionForm = 'NAME' | 'DEMONYM' | 'METONYM' | 'ROLE'

/** PLOVER 2021's sixteen categories, and four of ours for what it leaves out. */
export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'
  | 'STATEMENT'
  | 'APPOINT'
  | 'DISASTER'
  | 'OTHER'

export type EventStatus = 'REPORTED' | 'PLANNED' | 'DENIED' | 'HYPOTHETICAL'

/** Who · to whom · about whom. */
export type ParticipantRole = 'ACTOR' | 'RECIPIENT' | 'THEME'

/** What the extractor is given: one article's strings and what the page says of them. */
export type ArticleInput = {
  readonly headline: string
  readonly text: string
  /** BCP 47. */
  readonly language: string
  /** The day that the outlet printed, YYYY-MM-DD; null when the page has none. */
  readonly publishedOn: string | null
  /** The outlet's name; null when the page has none. */
  readonly source: string | null
}

export type SentenceAnnotation = FieldSpan

/** Somebody or something that the article speaks of, under all its names. */
export type LocalEntity = {
  readonly kind: EntityKind
  /** The fullest form in this article, without clitics, as written. */
  readonly name: string
  /** BCP 47 of `name`. */
  readonly language: string
  /** Key in the lexicon (ISO alpha-2 for countries, slug otherwise); null when the lexicon does not know it. */
  readonly lexiconKey: string | null
  /** ISO alpha-2 of the country it belongs to: an organization's, a place's; null when not known. */
  readonly countryCode: string | null
}

/** Words that refer to an entity; clitics are never in the span. */
export type MentionAnnotation = FieldSpan & {
  /** Index into `entities`. */
  readonly entity: number
  readonly form: MentionForm
  /** Index into `sentences`. */
  readonly sentence: number
  /** 0 to 1. */
  readonly confidence: number
  /** The name of the rule that found it. */
  readonly rule: string
}

/** A title phrase that the article gives a person. The span is the phrase. */
export type RoleAnnotation = FieldSpan & {
  /** Indexes into `entities`. */
  readonly person: number
  readonly country: number | null
  readonly organization: number | null
  readonly title: string
  readonly former: boolean
  readonly sentence: number
  readonly rule: string
}

/** One link of the chain that carries words to the page, nearest the page first. */
export type AttributionAnnotation = {
  readonly text: string
  readonly span: FieldSpan | null
  /** Index into `entities`; null when it is nobody the article names. */
  readonly entity: number | null
  /** True for an unnamed source: "an official", "مصدر". */
  readonly anonymous: boolean
}

export type ParticipantAnnotation = { readonly entity: number; readonly role: ParticipantRole }

/** The clause that tells of an event; the span is the clause, the trigger the words that name the act. */
export type ReportAnnotation = FieldSpan & {
  readonly type: EventType
  readonly status: EventStatus
  readonly trigger: Span
  readonly sentence: number
  readonly date: FuzzyDate | null
  /** Indexes into `entities`: where it happened. */
  readonly place: number | null
  readonly country: number | null
  readonly participants: readonly ParticipantAnnotation[]
  readonly attribution: readonly AttributionAnnotation[]
  readonly confidence: number
  readonly rule: string
}

/** Somebody's words, quoted (`direct`) or reported; the span is the words without quotation marks. */
export type QuoteAnnotation = FieldSpan & {
  readonly direct: boolean
  readonly speaker: number | null
  /** The speaker as the article puts it. */
  readonly speakerText: string
  readonly attribution: readonly AttributionAnnotation[]
  readonly sentence: number
  readonly rule: string
}

/** A doubt that only reading the text could raise, e.g. that its "today, Friday" contradicts the printed Saturday. */
export type ExtractionNote = { readonly code: string; readonly message: string; readonly span: FieldSpan | null }

/** Everything that one article says, in text order. */
export type ArticleAnnotations = {
  readonly sentences: readonly SentenceAnnotation[]
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly MentionAnnotation[]
  readonly roles: readonly RoleAnnotation[]
  readonly times: readonly (TimeExpression & { readonly field: ArticleField })[]
  readonly reports: readonly ReportAnnotation[]
  readonly quotes: readonly QuoteAnnotation[]
  readonly notes: readonly ExtractionNote[]
}
