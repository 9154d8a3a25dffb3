/** Who is named as the source of words: a party, an unnamed official with all that the text says of him, an outlet. */
import { sourceWords } from '../../lexicon/word-classes.ts'
import type { FieldSpan } from '../annotations.ts'
import type { Party } from '../events/party-draft.ts'
import type { SentenceView } from '../events/sentence-view.ts'
import { isQuoteMark } from '../events/sentence-view.ts'
import { subjectParty } from '../events/subjects.ts'
import { classAt, isForm, nounReadings } from '../events/word-class.ts'

/** A source as the article puts it. */
export type Source = {
  readonly text: string
  readonly span: FieldSpan
  readonly entity: number | null
  readonly anonymous: boolean
}

const LONGEST = 12

/** The subject of a verb as a source; null where it has none of its own or it is a document (البيان). */
export function subjectSource(view: SentenceView, at: number): Source | null {
  const party = subjectParty(view, at)
  if (party === undefined) return null
  return fromParty(view, party)
}

/** The source that begins at token `at`; `limit` (exclusive) where it must have ended. */
export function sourceAt(view: SentenceView, at: number, limit = view.tokens.length): Source | null {
  const index = view.partyAt[at] ?? -1
  const party = view.parties[index]
  if (party !== undefined) return fromParty(view, party, limit)
  const token = view.tokens[at]
  if (token === undefined || token.kind === 'PUNCTUATION' || hasWord(view, at, 'document')) {
    if (token === undefined || !isQuoteMark(token)) return null
    return sourceAt(view, at + 1, limit)
  }
  return span(view, at, extent(view, at, limit), null, hasWord(view, at, 'anonymous'))
}

function fromParty(view: SentenceView, party: Party, limit = view.tokens.length): Source | null {
  if (party.kind === 'PLACE' || (party.kind === 'UNNAMED' && hasWord(view, party.first, 'document'))) return null
  const named = party.kind === 'PERSON' || party.kind === 'ORGANIZATION'
  const country = party.kind === 'COUNTRY' && (party.form !== 'DEMONYM' || !party.acts)
  let last = party.last
  if (!named) last = Math.max(last, view.latin ? englishExtent(view, party) : extent(view, party.first, limit) - 1)
  if (party.entity !== null && named) return span(view, party.first, last + 1, party.entity, false)
  const anonymous = !country && hasWord(view, party.first, 'anonymous')
  return span(view, party.first, last + 1, country ? party.entity : null, anonymous)
}

/** "a spokesman for the DCA": whom an unnamed source speaks for belongs to it. */
function englishExtent(view: SentenceView, party: Party): number {
  if (!isForm(view.tokens[party.last + 1]?.key ?? '', 'inside-preposition')) return party.last
  for (let at = party.last + 2; at <= party.last + 3; at++) {
    const whose = view.parties[view.partyAt[at] ?? -1]
    if (whose !== undefined) return whose.last
  }
  return party.last
}

/** Where the words that describe a source end. */
function extent(view: SentenceView, from: number, limit: number): number {
  let at = from
  for (; at < limit && at - from < LONGEST; at++) {
    const token = view.tokens[at]
    if (token === undefined || view.boundary[at] === 1 || view.timeAt[at] === 1) break
    if (token.kind === 'PUNCTUATION' && !/^[-"'«»#_]$/u.test(token.text)) break
    if (at > from && (view.verbs[at] ?? []).length > 0) break
    const party = view.parties[view.partyAt[at] ?? -1]
    if (party !== undefined) {
      at = party.last
      continue
    }
    const preposition = classAt(view.tokens, at, 'preposition')?.words[0]
    if (at > from && preposition !== undefined) {
      if (!isForm(preposition, 'inside-preposition') || hasWord(view, at + 1, 'document')) break
    }
    if (at > from && hasWord(view, at, 'document')) break
  }
  while (at > from + 1 && classAt(view.tokens, at - 1, 'preposition') !== undefined) at -= 1
  return Math.max(at, from + 1)
}

function hasWord(view: SentenceView, at: number, name: string): boolean {
  const token = view.tokens[at]
  if (token === undefined) return false
  const keys =
    token.script === 'LATIN'
      ? [token.key]
      : nounReadings(token).flatMap(({ key, article }) => (article ? [key, `ال${key}`] : [key]))
  return keys.some((key) => (sourceWords.get(key) ?? []).some((form) => form.key === name && form.words.length === 1))
}

function span(view: SentenceView, from: number, to: number, entity: number | null, anonymous: boolean): Source | null {
  const first = view.tokens[from]
  const last = view.tokens[to - 1]
  if (first === undefined || last === undefined) return null
  const { field, start, text } = view.sentence
  return {
    text: text.slice(first.start - start, last.end - start),
    span: { field, start: first.start, end: last.end },
    entity,
    anonymous,
  }
}
