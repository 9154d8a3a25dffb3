/**
 * Finds what an article tells of: who did what to whom, when, where, and in which words. Each sentence is read from its
 * first verb to its last, so that a subject can carry on where the next clause names none.
 */

import type { Span } from '../../text/span.ts'
import type { FuzzyDate } from '../../time/fuzzy-date.ts'
import type { EventType, LocalEntity, ReportAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'
import { accordingSources, attributionAt } from '../attribution/find-attribution.ts'
import type { Source } from '../attribution/sources.ts'
import type { SpeechFrame } from '../attribution/speech.ts'
import { speechFrames } from '../attribution/speech-frames.ts'
import { afterSentence, carriedAt, NOBODY, type Subjects, withSpeaker, withSubject } from './carry.ts'
import type { Carried, Cast, Who } from './cast-builder.ts'
import { clauseLevels, MAIN } from './clause-levels.ts'
import { clauseSpan } from './clause-span.ts'
import { namedBodies, withKnownGroups } from './known-groups.ts'
import { mergeReports } from './merge-reports.ts'
import { namesMishap } from './mishap.ts'
import { castOf } from './participants.ts'
import { type Placed, withSentenceDates } from './sentence-dates.ts'
import type { SentenceView } from './sentence-view.ts'
import { statusOf } from './status.ts'
import { subjectAt } from './subjects.ts'
import { findTriggers, type Trigger } from './triggers.ts'
import { SPOKEN } from './verb-index.ts'
import { dateOf, placeOf } from './when-where.ts'
import { classAt } from './word-class.ts'

/** What is known so far. */
type Story = Omit<Carried, 'subject'> & { readonly subjects: Subjects }

/** Reports of events, in text order; one for each distinct occurrence. */
export function findReports(
  text: ArticleText,
  views: readonly SentenceView[],
  entities: readonly LocalEntity[],
): ReportAnnotation[] {
  const found: ReportAnnotation[] = []
  let carried: Story = { subjects: NOBODY, pair: [], pairDate: null }
  let speaker: Source | null = null
  const nations = new Map<number, number>()
  const groups = namedBodies(entities)
  for (const plain of views) {
    const view = withKnownGroups(plain, groups, entities)
    for (const { entity, country } of view.parties)
      if (entity !== null && country !== null) nations.set(entity, country)
    const frames = speechFrames(view, speaker)
    const read = readSentence(view, entities, carried, text.input.publishedOn, frames, nations)
    for (const frame of frames) speaker = frame.speaker ?? speaker
    const stated = read.reports.length === 0 ? headlineStatement(view, text) : null
    found.push(...read.reports, ...(stated === null ? [] : [stated]))
    carried = { ...read.story, subjects: afterSentence(read.story.subjects) }
  }
  return mergeReports(found, nations)
}

/** A bare headline "X: …" that tells of nothing else is a statement of X. */
function headlineStatement(view: SentenceView, text: ArticleText): ReportAnnotation | null {
  const { sentence, tokens, parties } = view
  if (sentence.field !== 'HEADLINE' || text.input.text !== '') return null
  const colon = tokens.findIndex((token) => token.text === ':')
  const speaker = parties.find((party) => party.first === 0 && party.last < colon)
  const first = tokens[0]
  const last = tokens[speaker?.last ?? 0]
  if (speaker?.entity == null || first === undefined || last === undefined || tokens.length - colon < 4) return null
  return {
    field: sentence.field,
    start: sentence.start,
    end: sentence.end,
    type: 'STATEMENT',
    status: 'REPORTED',
    trigger: { start: first.start, end: last.end },
    sentence: sentence.index,
    date: null,
    place: null,
    country: null,
    participants: [{ entity: speaker.entity, role: 'ACTOR' }],
    attribution: [],
    confidence: 0.6,
    rule: 'headline-colon',
  }
}

function readSentence(
  view: SentenceView,
  entities: readonly LocalEntity[],
  before: Story,
  publishedOn: string | null,
  frames: readonly SpeechFrame[],
  nations: ReadonlyMap<number, number>,
) {
  const according = accordingSources(view)
  const speeches = new Map(frames.map((frame) => [frame.from, frame]))
  const byPlace = new Map(findTriggers(view).map((trigger) => [trigger.at, trigger]))
  const levels = clauseLevels(view)
  const placed: Placed[] = []
  let { subjects, pair, pairDate } = before
  for (let at = 0; at < view.tokens.length; at++) {
    const speech = speeches.get(at)
    const speaker = speech === undefined ? null : speakerOf(speech, nations)
    if (speaker !== null) subjects = withSpeaker(subjects, speaker)
    const trigger = byPlace.get(at)
    const verbal = trigger !== undefined || (view.verbs[at] ?? []).length > 0
    if (!verbal) continue
    const level = levelOf(view, levels, at)
    const carried = { subject: carriedAt(subjects, level), pair, pairDate }
    if (trigger === undefined) {
      const who = subjectAt(view, at, carried)
      if (who !== null) subjects = withSubject(subjects, level, who)
      continue
    }
    let told: Omit<Placed, 'added'> | null = null
    let subject: Who | null = null
    for (const sense of [trigger, ...trigger.others]) {
      const cast = castOf(view, sense, entities, carried)
      if (cast.stated) subject ??= cast.subject
      if (!counts(view, entities, sense, cast)) continue
      const plain = report(view, entities, sense, cast, publishedOn, levels)
      if (plain === null) break
      const shared = cast.fromPair && plain.date === null ? { ...plain, date: pairDate } : plain
      told = { report: shared, at: sense.at, start: cast.start, end: cast.end }
      break
    }
    if (subject !== null) subjects = withSubject(subjects, level, subject)
    if (told === null) continue
    const attribution = attributionAt(frames, according, told.at)
    const happened = told.report.status === 'REPORTED'
    const date = told.report.date ?? (happened ? announcedOn(view, levels, frames, told.at) : null)
    const verb = view.verbs[told.at]?.[0]
    const added = subject === null && (verb?.joined === true || verb?.tense === 'PARTICIPLE')
    placed.push({ ...told, report: { ...told.report, date, attribution }, added })
    const sides = sidesOf(told.report)
    if (sides !== null) {
      pair = sides
      pairDate = told.report.date
    }
  }
  return { reports: pruned(withSentenceDates(view, placed, levels)), story: { subjects, pair, pairDate } }
}

/** An act of speech that و or a participle adds is the main clause's: "قال إن …، ودعا إلى", "رافضا". */
function levelOf(view: SentenceView, levels: Uint8Array, at: number): number {
  const verb = view.verbs[at]?.[0]
  const pause = view.tokens[at - 1]?.kind === 'PUNCTUATION'
  const speaks = verb !== undefined && (verb.speech !== null || verb.events.some((word) => SPOKEN.has(word.type)))
  if (speaks && pause && (verb.joined || verb.tense === 'PARTICIPLE')) return MAIN
  return levels[at] ?? MAIN
}

/** Inside what somebody says, an act without a subject is the speaker's own: "قال إنه مستعد", "سنفرض". */
function speakerOf(frame: SpeechFrame, nations: ReadonlyMap<number, number>): Who | null {
  const { speaker } = frame
  if (speaker === null) return null
  if (speaker.entity === null) return { entities: [], country: null }
  return { entities: [speaker.entity], country: nations.get(speaker.entity) ?? null }
}

/** What is announced with a day and no day of its own is dated by the announcement: "أعلنت الثلاثاء أنها ألغت". */
function announcedOn(
  view: SentenceView,
  levels: Uint8Array,
  frames: readonly SpeechFrame[],
  at: number,
): FuzzyDate | null {
  for (const frame of frames) {
    if (frame.at < 0 || at < frame.from || at >= frame.to || frame.direct) continue
    const times = view.times.filter(
      ({ first, last, time }) =>
        first > frame.at && last < frame.from && time.date !== null && levels[first] === levels[frame.at],
    )
    if (times.length === 1) return times[0]?.time.date ?? null
  }
  return null
}

/** Who "the two sides" are after an act between two. */
function sidesOf(told: ReportAnnotation): readonly number[] | null {
  if (!MUTUAL.has(told.type)) return null
  const sides = told.participants.filter((one) => one.role !== 'THEME').map((one) => one.entity)
  return sides.length >= 2 ? sides.slice(0, 2) : null
}

const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** Whether an act has what its kind needs. */
function counts(view: SentenceView, entities: readonly LocalEntity[], trigger: Trigger, cast: Cast): boolean {
  const actor = cast.participants.some((one) => one.role === 'ACTOR')
  const recipient = cast.participants.some((one) => one.role === 'RECIPIENT')
  if (trigger.word.type === 'STATEMENT')
    return actor && trigger.place === 'VERB' && cast.stated && isNamed(cast, entities)
  if (trigger.place === 'INNER' && MUTUAL.has(trigger.word.type as EventType) && isDefinite(view, trigger)) return false
  if (trigger.place === 'INNER' && GRAVE.has(trigger.word.type)) return actor || recipient
  if (trigger.place === 'INNER') return (actor && recipient) || (trigger.suffix !== '' && trigger.word.words.length > 1)
  if (trigger.place === 'TEMPORAL' || trigger.place === 'HAPPENED')
    return actor || recipient || trigger.word.type === 'DISASTER'
  if (trigger.word.strength === 'weak') return actor && recipient
  if (trigger.word.strength === 'context') return cast.governed
  if (isBackground(view, trigger)) return false
  return true
}

/** An arrest, a killing, an office taken or lost is news wherever a sentence tells of it. */
const GRAVE: ReadonlySet<string> = new Set(['APPOINT', 'ASSAULT', 'COERCE'])

/** "الاجتماع" inside a clause is one that has been told of. */
function isDefinite(view: SentenceView, trigger: Trigger): boolean {
  return !view.latin && /^(?:[وبكف]?ال|لل)/u.test(view.tokens[trigger.at]?.key ?? '') && trigger.suffix === ''
}

/** A statement is news by who makes it: a person or a body, not a whole country. */
function isNamed(cast: Cast, entities: readonly LocalEntity[]): boolean {
  return cast.participants.some((one) => one.role === 'ACTOR' && entities[one.entity]?.kind !== 'COUNTRY')
}

/** A present in a relative clause describes ("areas that they control") and tells of nothing new. */
function isBackground(view: SentenceView, trigger: Trigger): boolean {
  if (trigger.verb?.tense !== 'PRESENT' || view.latin || SPOKEN.has(trigger.word.type)) return false
  return classAt(view.tokens, trigger.at - 1, 'relative') !== undefined
}

function report(
  view: SentenceView,
  entities: readonly LocalEntity[],
  trigger: Trigger,
  cast: Cast,
  publishedOn: string | null,
  levels: Uint8Array,
): ReportAnnotation | null {
  const { tokens, sentence } = view
  const participants = new Set(cast.participants.map((one) => one.entity))
  const date = dateOf(view, levels, trigger.at, cast.start, cast.end)
  const status = statusOf(view, trigger, date, publishedOn)
  if (status === null) return null
  const { place, country } = placeOf(view, entities, trigger.at, cast.end, participants)
  const span = clauseSpan(view, cast.start, cast.end, trigger.at, trigger.last, trigger.prefix)
  return {
    field: sentence.field,
    ...span,
    type: typeOf(view, trigger, cast),
    status,
    trigger: triggerWithin(span, tokens[trigger.at]),
    sentence: sentence.index,
    date,
    place,
    country,
    participants: cast.participants,
    attribution: [],
    confidence: trigger.word.strength === 'strong' ? 0.8 : 0.6,
    rule: `${trigger.word.pos}-${trigger.place.toLowerCase()}`,
  }
}

/** The trigger's word as far as the clause has it: a و that only joins the clause to the one before is not of it. */
function triggerWithin(span: Span, token: Span | undefined): Span {
  const start = Math.min(Math.max(token?.start ?? span.start, span.start), span.end)
  return { start, end: Math.max(start, Math.min(token?.end ?? span.end, span.end)) }
}

/** Killed without a killer, in what is a mishap: a disaster. */
function typeOf(view: SentenceView, trigger: Trigger, cast: Cast): EventType {
  const type = trigger.word.type as EventType
  if (type !== 'ASSAULT' || cast.participants.some((one) => one.role === 'ACTOR')) return type
  const dealt = trigger.verb !== null && !cast.passive && trigger.word.words.length === 1
  return !dealt && namesMishap(view, cast.start, cast.end) ? 'DISASTER' : type
}

/** A statement counts only where its sentence tells of nothing else. */
function pruned(reports: readonly ReportAnnotation[]): readonly ReportAnnotation[] {
  const others = reports.filter((one) => one.type !== 'STATEMENT')
  return others.length > 0 ? others : reports.slice(0, 1)
}
