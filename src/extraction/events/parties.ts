/**
 * Who stands in a sentence: noun phrases that may act or be acted on. A person takes in the title around the name
 * (وزير الخارجية التركي هاكان فيدان is one party, and Turkey is none), an unnamed official or body stands for its country
 * (وزير الدفاع الأمريكي), and people whom nobody names are a party without an entity, so that their deeds are not given
 * to somebody else.
 */
import { actorNouns } from '../../lexicon/word-classes.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'
import type { LocalEntity, MentionAnnotation, RoleAnnotation } from '../annotations.ts'
import type { AnalyzedSentence } from '../article-text.ts'
import { cutBefore, type Draft, type Party, prefixOf, type Range, tokenRange } from './party-draft.ts'
import { joinHeads } from './party-heads.ts'
import { readVerb } from './verb-index.ts'
import { classAt, nounReadings } from './word-class.ts'

type Title = { readonly role: RoleAnnotation; readonly range: Range | null }

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
  const ordered = joinHeads(
    drafts.sort((a, b) => a.first - b.first),
    tokens,
  )
  return ordered.map((draft, index) => finish(draft, ordered[index - 1], tokens))
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
export const isActorNoun: (token: Token) => boolean = oncePerWord((token) => {
  if (token.script === 'LATIN') return (actorNouns.get(token.key) ?? []).some((form) => form.words.length === 1)
  return nounReadings(token).some((reading) => actorNouns.has(reading.key))
})

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
    added: prefix.startsWith('و'),
    country,
    preposition: glued !== '' ? glued : (spaced ?? null),
  }
}

function joinsParty(before: Draft, draft: Draft, tokens: readonly Token[], prefix: string): boolean {
  const gap = draft.first - before.last - 1
  if (gap < 0 || gap > 2) return false
  const between = tokens.slice(before.last + 1, draft.first)
  if (prefix.startsWith('و')) return between.every((token) => token.kind === 'PUNCTUATION')
  // Arabic adds with و; a comma alone parts.
  if (between.length === 0 || tokens[draft.first]?.script === 'ARABIC') return false
  return (
    between.every((token) => /^(?:,|،|and|و|&)$/u.test(token.key)) &&
    between.some((token) => /^(?:and|و|,|،)$/u.test(token.key))
  )
}

function within(range: Range, outer: Range | null): boolean {
  return outer !== null && range.first >= outer.first && range.last <= outer.last
}
