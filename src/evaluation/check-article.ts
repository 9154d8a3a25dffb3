/** What is wrong with an annotated article: tags, names, weekdays and quotes that contradict each other. */
import type { EventStatus, EventType } from '../extraction/annotations.ts'
import { weekdays } from '../lexicon/weekdays.ts'
import { foldKey } from '../text/fold.ts'
import { parseIsoDay, weekdayOf } from '../time/calendar.ts'
import { TagError } from './tagged-text.ts'
import { type GoldArticle, type GoldSpan, goldArticle, type TrainingArticle } from './training-article.ts'

const types: Readonly<Record<EventType, true>> = {
  AGREE: true,
  CONSULT: true,
  SUPPORT: true,
  CONCEDE: true,
  COOPERATE: true,
  AID: true,
  RETREAT: true,
  REQUEST: true,
  ACCUSE: true,
  REJECT: true,
  THREATEN: true,
  PROTEST: true,
  SANCTION: true,
  MOBILIZE: true,
  COERCE: true,
  ASSAULT: true,
  STATEMENT: true,
  APPOINT: true,
  DISASTER: true,
  OTHER: true,
}

const statuses: Readonly<Record<EventStatus, true>> = {
  REPORTED: true,
  PLANNED: true,
  DENIED: true,
  HYPOTHETICAL: true,
}

/** The faults of one article, each a sentence; none when it is well formed. */
export function articleFaults(article: TrainingArticle): string[] {
  try {
    const gold = goldArticle(article)
    return [...gold.spans.flatMap(spanFaults), ...eventFaults(gold), ...quoteFaults(gold)]
  } catch (error) {
    if (error instanceof TagError) return [error.message]
    throw error
  }
}

function spanFaults(span: GoldSpan): string[] {
  const { tag, value, words } = span
  const faults: string[] = []
  const whole = value === '' ? tag : `${tag}:${value}`
  if (words === '' || words !== words.trim()) faults.push(`white space at the edge of ⟦${whole}|${words}⟧`)
  const shape = shapes[tag]
  if (shape === undefined || !shape.test(value)) faults.push(`⟦${whole}|${words}⟧ is no tag`)
  if (tag === 'T') faults.push(...weekdayFaults(value, words))
  return faults
}

/** What may stand behind each tag's colon. */
const shapes: Readonly<Record<string, RegExp>> = {
  P: /^$/u,
  O: /^$/u,
  R: /^$/u,
  L: /^(?:[A-Z]{2})?$/u,
  C: /^[A-Z]{2}:[ndm]$/u,
  V: /^\d+$/u,
  T: /^(?:\?|\d[\dX]{3}(?:-\d{2}){0,2}~?(?:\/\d{4}(?:-\d{2}){0,2})?)$/u,
}

function weekdayFaults(value: string, words: string): string[] {
  const day = parseIsoDay(value)
  if (day === null) return []
  const key = ` ${foldKey(words)} `
  const named = weekdays.filter(({ form, lang, strength }) => {
    return strength === 'strong' && (lang === 'ar' || lang === 'en') && key.includes(` ${foldKey(form)} `)
  })
  return named.length === 0 || named.some(({ weekday }) => weekday === weekdayOf(day))
    ? []
    : [`${value} is no ${words}`]
}

function eventFaults({ events, spans }: GoldArticle): string[] {
  const names = new Set(
    spans.flatMap(({ tag, value, words }) => (tag === 'C' ? [value.slice(0, 2)] : 'POL'.includes(tag) ? [words] : [])),
  )
  const told = new Set(spans.flatMap(({ tag, value }) => (tag === 'V' ? [value] : [])))
  const faults = events.flatMap((event) => [
    ...(event.type in types ? [] : [`${event.type} is no type of event`]),
    ...(event.status in statuses ? [] : [`${event.status} is no status`]),
    ...(told.has(String(event.v)) ? [] : [`nothing is tagged V:${event.v}`]),
    ...[...event.actors, ...event.recipients, ...event.themes].flatMap((name) =>
      names.has(name) ? [] : [`event ${event.v} names «${name}», which is tagged nowhere`],
    ),
  ])
  const known = new Set(events.map(({ v }) => String(v)))
  return [...faults, ...[...told].filter((v) => !known.has(v)).map((v) => `V:${v} has no event`)]
}

function quoteFaults({ quotes, input }: GoldArticle): string[] {
  return quotes.flatMap(({ text }) =>
    input.headline.includes(text) || input.text.includes(text)
      ? []
      : [`the quote «${text}» does not stand in the text`],
  )
}
