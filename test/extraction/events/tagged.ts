/**
 * Articles written with their names marked, so that rules on events and quotations are tested without the name finder:
 * ⟦P|person⟧ ⟦C:XX:n|country⟧ (n name, d demonym, m metonym) ⟦O|organization⟧ ⟦L:XX|place⟧ ⟦R|title⟧ ⟦T:2025-01-31|time⟧.
 */
import type {
  ArticleField,
  EntityKind,
  LocalEntity,
  MentionAnnotation,
  MentionForm,
  RoleAnnotation,
} from '../../../src/extraction/annotations.ts'
import { type ArticleText, analyze } from '../../../src/extraction/article-text.ts'
import { articleViews } from '../../../src/extraction/events/article-views.ts'
import type { FieldTime } from '../../../src/extraction/events/field-time.ts'
import { findReports } from '../../../src/extraction/events/find-reports.ts'
import { findQuotes } from '../../../src/extraction/quotes/find-quotes.ts'

export type Tagged = {
  readonly text: ArticleText
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly MentionAnnotation[]
  readonly roles: readonly RoleAnnotation[]
  readonly times: readonly FieldTime[]
}

type Tag = {
  readonly name: string
  readonly field: ArticleField
  readonly start: number
  readonly end: number
  readonly words: string
}

const KINDS: Readonly<Record<string, EntityKind>> = { P: 'PERSON', C: 'COUNTRY', O: 'ORGANIZATION', L: 'PLACE' }
const FORMS: Readonly<Record<string, MentionForm>> = { n: 'NAME', d: 'DEMONYM', m: 'METONYM' }

/** Reads a marked article. Persons with one last word are one person. */
export function tagged(body: string, headline = '', publishedOn: string | null = null): Tagged {
  const head = untag(headline, 'HEADLINE')
  const rest = untag(body, 'TEXT')
  const language = /\p{Script=Arabic}/u.test(body + headline) ? 'ar' : 'en'
  const text = analyze({ headline: head.text, text: rest.text, language, publishedOn, source: null })
  const tags = [...head.tags, ...rest.tags]
  const entities: LocalEntity[] = []
  const keys = new Map<string, number>()
  const entityOf = (kind: EntityKind, name: string, code: string | null): number => {
    const key = kind === 'PERSON' ? (name.split(' ').at(-1) ?? name) : (code ?? name)
    const known = keys.get(kind + key)
    if (known !== undefined) return known
    keys.set(kind + key, entities.length)
    entities.push({
      kind,
      name: kind === 'COUNTRY' ? (code ?? name) : name,
      language,
      lexiconKey: code,
      countryCode: code,
    })
    return entities.length - 1
  }
  const mentions: MentionAnnotation[] = []
  const times: FieldTime[] = []
  for (const tag of tags) {
    const [letter = '', code = null, form = 'n'] = tag.name.split(':')
    const sentence = text.sentences.findIndex(
      (one) => one.field === tag.field && one.start <= tag.start && tag.start < one.end,
    )
    const span = { field: tag.field, start: tag.start, end: tag.end }
    const kind = KINDS[letter]
    if (kind !== undefined) {
      const entity = entityOf(kind, tag.words, code)
      mentions.push({ ...span, entity, form: FORMS[form] ?? 'NAME', sentence, confidence: 1, rule: 'tag' })
    } else if (letter === 'T' && code !== null) {
      const date = {
        edtf: code,
        earliest: code,
        latest: code,
        precision: 'DAY' as const,
        basis: 'STATED' as const,
        calendar: 'gregory' as const,
        expression: tag.words,
      }
      times.push({ ...span, text: tag.words, date, rule: 'tag' })
    }
  }
  return { text, entities, mentions, roles: rolesOf(tags, mentions, entities), times }
}

/** Events as "TYPE who > whom STATUS DATE", without what is null or REPORTED. */
export function events(body: string, headline = '', publishedOn: string | null = null): string[] {
  const { text, mentions, entities, roles, times } = tagged(body, headline, publishedOn)
  return findReports(text, articleViews(text, mentions, entities, roles, times), entities).map((report) => {
    const names = (role: string) =>
      report.participants
        .filter((one) => one.role === role)
        .map((one) => entities[one.entity]?.name ?? '?')
        .join(', ')
    const parts = [report.type, names('ACTOR'), '>', names('RECIPIENT')]
    if (report.status !== 'REPORTED') parts.push(report.status)
    if (report.date !== null) parts.push(report.date.edtf)
    return parts.filter((part) => part !== '').join(' ')
  })
}

/** Quotations as "speaker: words". */
export function quotes(body: string, headline = ''): string[] {
  const { text, mentions, entities, roles, times } = tagged(body, headline)
  return findQuotes(articleViews(text, mentions, entities, roles, times)).map(
    (quote) => `${quote.speakerText}: ${text.slice(quote)}`,
  )
}

function rolesOf(
  tags: readonly Tag[],
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
): RoleAnnotation[] {
  return tags
    .filter((tag) => tag.name === 'R')
    .flatMap((tag) => {
      const near = (mention: MentionAnnotation) =>
        mention.field === tag.field &&
        (Math.abs(mention.start - tag.end) <= 2 || Math.abs(tag.start - mention.end) <= 2)
      const person = mentions.find((mention) => entities[mention.entity]?.kind === 'PERSON' && near(mention))
      if (person === undefined) return []
      const { field, start, end } = tag
      const { entity, sentence } = person
      return [
        {
          field,
          start,
          end,
          person: entity,
          country: null,
          organization: null,
          title: tag.words,
          former: false,
          sentence,
          rule: 'tag',
        },
      ]
    })
}

function untag(marked: string, field: ArticleField): { text: string; tags: Tag[] } {
  let text = ''
  const open: { name: string; start: number }[] = []
  const tags: Tag[] = []
  for (let at = 0; at < marked.length; at++) {
    const letter = marked.charAt(at)
    if (letter === '⟦') {
      const bar = marked.indexOf('|', at)
      open.push({ name: marked.slice(at + 1, bar), start: text.length })
      at = bar
    } else if (letter === '⟧') {
      const last = open.pop()
      if (last !== undefined) tags.push({ ...last, field, end: text.length, words: text.slice(last.start) })
    } else text += letter
  }
  return { text, tags: tags.sort((a, b) => a.start - b.start || b.end - a.end) }
}
