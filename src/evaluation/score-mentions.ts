/**
 * Persons, countries, organizations, places and titles by their exact spans. Bare offices (form ROLE) count as titles; a
 * country inside the name of a body or a place was not annotated and counts for nothing.
 */
import type { ArticleAnnotations, EntityKind, MentionAnnotation, MentionForm } from '../extraction/annotations.ts'
import { compare, type Item, type Kind, type Outcome } from './score.ts'
import { type GoldArticle, type GoldSpan, wordsOf } from './training-article.ts'

const tags: Readonly<Record<EntityKind, string>> = { PERSON: 'P', COUNTRY: 'C', ORGANIZATION: 'O', PLACE: 'L' }

const forms: Readonly<Record<string, MentionForm>> = { n: 'NAME', d: 'DEMONYM', m: 'METONYM' }

const entityKinds: readonly (readonly [Kind, EntityKind, MentionForm | null])[] = [
  ['persons', 'PERSON', null],
  ['countries', 'COUNTRY', null],
  ['countryNames', 'COUNTRY', 'NAME'],
  ['countryDemonyms', 'COUNTRY', 'DEMONYM'],
  ['countryMetonyms', 'COUNTRY', 'METONYM'],
  ['organizations', 'ORGANIZATION', null],
  ['places', 'PLACE', null],
]

/** Names of every kind. Of a country, code and form must be right, too. */
export function scoreMentions(gold: GoldArticle, found: ArticleAnnotations): Outcome[] {
  const mentions = found.mentions.filter((mention) => mention.form !== 'ROLE')
  return entityKinds.map(([kind, entityKind, form]) => {
    const expected = gold.spans.filter(
      (span) => span.tag === tags[entityKind] && (form === null || formOf(span) === form),
    )
    const got = mentions.filter(
      (mention) =>
        found.entities[mention.entity]?.kind === entityKind &&
        (form === null || mention.form === form) &&
        (entityKind !== 'COUNTRY' || !liesInName(mention, gold)),
    )
    return compare(
      kind,
      expected.map((span) => ({
        key: `${place(span)} ${span.tag === 'C' ? codeAndForm(span) : ''}`,
        says: `«${span.words}»`,
      })),
      got.map((mention) => ({ key: `${place(mention)} ${countryOf(mention, found)}`, says: saysOf(mention, gold) })),
    )
  })
}

/** Titles and offices, by their exact spans; of nested ones the whole. */
export function scoreRoles(gold: GoldArticle, found: ArticleAnnotations): Outcome {
  const expected = gold.spans.filter(({ tag }) => tag === 'R')
  const offices = found.mentions.filter(({ form }) => form === 'ROLE')
  const item = (span: GoldSpan): Item => ({ key: place(span), says: `«${span.words}»` })
  const got = [...found.roles, ...offices].map((role) => ({ key: place(role), says: saysOf(role, gold) }))
  return compare('roles', expected.map(item), got)
}

function codeAndForm(span: GoldSpan): string {
  return `${span.value.slice(0, 2)} ${formOf(span)}`
}

function formOf({ value }: GoldSpan): MentionForm | undefined {
  return forms[value.slice(3)]
}

function countryOf(mention: MentionAnnotation, { entities }: ArticleAnnotations): string {
  const entity = entities[mention.entity]
  return entity?.kind === 'COUNTRY' ? `${entity.lexiconKey} ${mention.form}` : ''
}

function liesInName({ field, start, end }: MentionAnnotation, gold: GoldArticle): boolean {
  return gold.spans.some(
    (span) =>
      'OLP'.includes(span.tag) &&
      span.field === field &&
      span.start <= start &&
      span.end >= end &&
      span.end - span.start > end - start,
  )
}

function place({ field, start, end }: { field: string; start: number; end: number }): string {
  return `${field} ${start} ${end}`
}

function saysOf(span: Pick<MentionAnnotation, 'field' | 'start' | 'end' | 'rule'>, gold: GoldArticle): string {
  return `«${wordsOf(gold.input, span)}» (${span.rule})`
}
