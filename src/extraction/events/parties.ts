/**
 * Who stands in a sentence: noun phrases that may act or be acted on. A person takes in the title around the name
 * (وزير الخارجية التركي هاكان فيدان is one party, and Turkey is none), an unnamed official or body stands for its country
 * (وزير الدفاع الأمريكي), and people whom nobody names are a party without an entity, so that their deeds are not given
 * to somebody else.
 */
import { actorNouns } from '../../lexicon/word-classes.ts'
import { foldKey } from '../../text/fold.ts'
import type { Token } from '../../text/tokens.ts'
import type { EntityKind, LocalEntity, MentionAnnotation, MentionForm, RoleAnnotation } from '../annotations.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import { readVerb } from './verb-index.ts'
import { classAt, nounReadings } from './word-class.ts'

/** A noun phrase; `first` and `last` are indexes of tokens. */
export type Party = {
  /** Index into the article's entities; null for people whom nobody names. */
  readonly entity: number | null
  readonly kind: EntityKind | 'UNNAMED' | 'BOTH' | 'OWN_COUNTRY'
  readonly form: MentionForm
  readonly first: number
  readonly last: number
  /** Folded preposition that stands before it or is written together with it. */
  readonly preposition: string | null
  /** The phrase has a noun that acts (government, minister, forces), or is a name. */
  readonly acts: boolean
  /** Coordinated with the party before: X وY, X and Y. */
  readonly joined: boolean
  /** Country entity inside the phrase: the one that a person's title names. */
  readonly country: number | null
}

type Range = { readonly first: number; readonly last: number }
type Title = { readonly role: RoleAnnotation; readonly range: Range | null }
type Draft = {
  readonly entity: number | null
  readonly kind: Party['kind']
  readonly form: MentionForm
  first: number
  last: number
  country: number | null
  acts: boolean
  /** Letters of the first word that stand before the phrase. */
  cut: string
}

/** Tokens between a demonym and the noun that it belongs to: وزير الشؤون الخارجية والهجرة الفرنسي. */
const LONGEST_TITLE = 6

/** The parties of a sentence in text order, none within another. */
export function findParties(
  sentence: AnalyzedSentence,
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
  roles: readonly RoleAnnotation[],
): readonly Party[] {
  const { tokens } = sentence
  const taken = new Int32Array(tokens.length).fill(-1)
  const drafts: Draft[] = []
  const titles = roles.map((role) => ({ role, range: tokenRange(tokens, role.start, role.end) }))
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const range = tokenRange(tokens, mention.start, mention.end)
    const entity = entities[mention.entity]
    if (range === null || entity === undefined || (taken[range.first] ?? -1) >= 0) continue
    const inTitle = titles.find((title) => title.range !== null && within(range, title.range))
    if (inTitle !== undefined && inTitle.role.person !== mention.entity) continue
    const draft: Draft = {
      entity: mention.entity,
      kind: entity.kind,
      form: mention.form,
      ...range,
      country: null,
      acts: mention.form !== 'DEMONYM',
      cut: cutBefore(tokens, range.first, mention.start),
    }
    if (entity.kind === 'PERSON') takeTitles(draft, titles, mentions, entities, tokens)
    else if (entity.kind === 'COUNTRY' && tokens[range.first]?.script === 'LATIN') takeEnglishHead(draft, tokens)
    else if (entity.kind === 'COUNTRY') takeHead(draft, tokens, taken)
    for (let at = draft.first; at <= draft.last; at++) taken[at] = drafts.length
    drafts.push(draft)
  }
  for (let at = 0; at < tokens.length; at++) {
    if ((taken[at] ?? -1) >= 0) continue
    const unnamed = unnamedAt(tokens, at)
    if (unnamed === null) continue
    for (let to = at; to <= unnamed.last; to++) taken[to] = drafts.length
    drafts.push(unnamed)
    at = unnamed.last
  }
  const ordered = joinGenitives(
    drafts.sort((a, b) => a.first - b.first),
    tokens,
  )
  return ordered.map((draft, index) => finish(draft, ordered[index - 1], tokens))
}

/** "قيادة التحالف", "نظام الأسد": people or a body and whose they are, one behind the other, are one party. */
function joinGenitives(drafts: readonly Draft[], tokens: readonly Token[]): readonly Draft[] {
  const found: Draft[] = []
  for (const draft of drafts) {
    const before = found[found.length - 1]
    // Two bare nouns are in construct as long as the first has no article: "وزراء تحالف".
    const open = before !== undefined && !/^[وبلف]?ال/u.test(tokens[before.first]?.key ?? '')
    const whose =
      before?.kind === 'UNNAMED' &&
      draft.kind !== 'PLACE' &&
      draft.kind !== 'BOTH' &&
      (draft.kind !== 'UNNAMED' || (open && !/^ال/u.test(tokens[draft.first]?.key ?? '')))
    const latin = tokens[draft.first]?.script === 'LATIN'
    if (whose && !latin && draft.first === before.last + 1 && prefixOf(tokens, draft) === '') {
      found[found.length - 1] = { ...draft, first: before.first, cut: '', acts: true }
    } else found.push(draft)
  }
  return found
}

function takeTitles(
  draft: Draft,
  titles: readonly Title[],
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
  tokens: readonly Token[],
): void {
  for (const { role, range } of titles) {
    if (range === null || role.person !== draft.entity) continue
    if (range.first > draft.last + 2 || range.last < draft.first - 2) continue
    if (range.first > draft.last && isVerb(tokens[range.first])) continue
    if (range.first < draft.first) {
      draft.first = range.first
      draft.cut = cutBefore(tokens, range.first, role.start)
    }
    if (range.last > draft.last) draft.last = range.last
    const inside = mentions.find(
      (m) => entities[m.entity]?.kind === 'COUNTRY' && m.start >= role.start && m.end <= role.end,
    )
    draft.country ??= role.country ?? inside?.entity ?? null
  }
  if (tokens[draft.last] === undefined) draft.last = tokens.length - 1
}

/** "هيجسيث، أمر قيادة …": behind a name, what may be a verb is no title (آمر and أمر fold alike). */
function isVerb(token: Token | undefined): boolean {
  return token !== undefined && readVerb(token).some((one) => one.tense === 'PAST' && one.events.length > 0)
}

/** Goes back from a country's name or demonym to the noun that acts for it. */
function takeHead(draft: Draft, tokens: readonly Token[], taken: Int32Array): void {
  if (draft.form === 'METONYM') return
  if (draft.form === 'NAME' && prefixOf(tokens, draft) !== '') return
  let head = -1
  for (let at = draft.first - 1; at >= 0 && draft.first - at <= LONGEST_TITLE; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'WORD' || (taken[at] ?? -1) >= 0) break
    if (classAt(tokens, at, 'preposition') || classAt(tokens, at, 'complementizer') || classAt(tokens, at, 'relative'))
      break
    if (isActorNoun(token)) head = at
    else if (head >= 0 && !token.key.startsWith('ال')) break
    if (/^[ولب]/u.test(token.key) && isActorNoun(token) && nounReadings(token)[0]?.prefix !== '') break
  }
  if (head < 0) return
  draft.first = head
  draft.acts = true
}

/** "Turkey's foreign minister", "British officials": a country goes on to the noun that acts for it. */
function takeEnglishHead(draft: Draft, tokens: readonly Token[]): void {
  if (draft.form !== 'DEMONYM' && tokens[draft.last + 1]?.text !== "'s") return
  for (let at = draft.last + 1; at <= draft.last + 5; at++) {
    const token = tokens[at]
    if (token === undefined || (token.kind !== 'WORD' && token.text !== "'s" && token.text !== '-')) return
    if (ENDINGS.some((name) => classAt(tokens, at, name) !== undefined)) return
    if (readVerb(token).some((reading) => !reading.nounLike)) return
    if (!isActorNoun(token)) continue
    draft.last = at
    draft.acts = true
  }
}

const ENDINGS = ['preposition', 'future', 'possibility', 'negation', 'complementizer', 'relative', 'subordinator']

function unnamedAt(tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD') return null
  for (const [kind, name] of [
    ['BOTH', 'both'],
    ['OWN_COUNTRY', 'own-country'],
  ] as const) {
    const length = classLength(tokens, at, name)
    if (length > 0) {
      return { entity: null, kind, form: 'ROLE', first: at, last: at + length - 1, country: null, acts: true, cut: '' }
    }
  }
  if (!isActorNoun(token)) return null
  return { entity: null, kind: 'UNNAMED', form: 'ROLE', first: at, last: at, country: null, acts: true, cut: '' }
}

function classLength(tokens: readonly Token[], at: number, name: string): number {
  return classAt(tokens, at, name)?.words.length ?? 0
}

/** A noun for people or bodies that act, with or without clitics. */
export function isActorNoun(token: Token): boolean {
  if (token.script === 'LATIN') return (actorNouns.get(token.key) ?? []).some((form) => form.words.length === 1)
  return nounReadings(token).some((reading) => actorNouns.has(reading.key))
}

function finish(draft: Draft, before: Draft | undefined, tokens: readonly Token[]): Party {
  const prefix = prefixOf(tokens, draft)
  const joined = before !== undefined && joinsParty(before, draft, tokens, prefix)
  const glued = prefix.replace(/[وف]/gu, '')
  const spaced = draft.first > 0 ? classAt(tokens, draft.first - 1, 'preposition')?.words[0] : undefined
  const { entity, kind, form, first, last, acts, country } = draft
  return {
    entity,
    kind,
    form,
    first,
    last,
    acts,
    joined,
    country,
    preposition: glued !== '' ? glued : (spaced ?? null),
  }
}

/** Proclitics in front of a phrase, folded; "" for none. */
function prefixOf(tokens: readonly Token[], draft: Draft): string {
  const token = tokens[draft.first]
  if (token === undefined || token.script !== 'ARABIC') return ''
  if (draft.cut !== '') return draft.cut
  if (token.key.startsWith('لل')) return 'ل'
  if (/^و[بل]?ال/u.test(token.key) || /^بال/u.test(token.key)) return token.key.slice(0, token.key.indexOf('ال'))
  return draft.acts ? (nounReadings(token).find((one) => actorNouns.has(one.key))?.prefix ?? '') : ''
}

function cutBefore(tokens: readonly Token[], at: number, start: number): string {
  const token = tokens[at]
  return token === undefined || start <= token.start ? '' : foldKey(token.text.slice(0, start - token.start))
}

function joinsParty(before: Draft, draft: Draft, tokens: readonly Token[], prefix: string): boolean {
  const gap = draft.first - before.last - 1
  if (gap < 0 || gap > 2) return false
  const between = tokens.slice(before.last + 1, draft.first)
  if (prefix.startsWith('و')) return between.every((token) => token.kind === 'PUNCTUATION')
  if (between.length === 0) return false
  return (
    between.every((token) => /^(?:,|،|and|و|&)$/u.test(token.key)) &&
    between.some((token) => /^(?:and|و|,|،)$/u.test(token.key))
  )
}

function within(range: Range, outer: Range | null): boolean {
  return outer !== null && range.first >= outer.first && range.last <= outer.last
}

/** Indexes of the tokens that a span touches; null for none. */
export function tokenRange(tokens: readonly Token[], start: number, end: number): Range | null {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const head = tokens[low]
  if (head === undefined || head.start >= end) return null
  let last = low
  while ((tokens[last + 1]?.start ?? end) < end) last += 1
  return { first: low, last }
}
