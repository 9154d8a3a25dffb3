/**
 * Words that may tell of an act: a verb in its place, a verb with the words that make its sense (شن … هجوما), a noun
 * that heads a headline's clause, that something happened to, or that stands with its own parties, a set phrase. The
 * longest reading of a place wins; a verb that its own list calls `weak` needs its parties.
 */
import { type EventWord, eventWords } from '../../lexicon/event-words.ts'
import { clauseWords } from '../../lexicon/word-classes.ts'
import { foldKey } from '../../text/fold.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'
import type { SentenceView } from './sentence-view.ts'
import type { VerbReading } from './verb-index.ts'
import { classAt, nounReadings } from './word-class.ts'

/** A word or words that may tell of an act. */
export type Trigger = {
  readonly at: number
  /** Last token of its words. */
  readonly last: number
  readonly word: EventWord
  /** How the verb was read; null for nouns and phrases. */
  readonly verb: VerbReading | null
  /** Other senses of the same place, the next best first. */
  readonly others: readonly Trigger[]
  /** Nouns: folded pronoun behind it (زيارته), "" for none. */
  readonly suffix: string
  /** Folded clitics in front of it: و of a verb, وب of a noun. */
  readonly prefix: string
  /** Nouns: why it counts here. */
  readonly place: 'VERB' | 'HEAD' | 'HAPPENED' | 'TEMPORAL' | 'INNER' | 'PHRASE'
}

/** How far behind its verb the words of a light verb may stand. */
const REACH = 9

const NOUNS = indexNouns()

/** Triggers of a sentence, one a place, in order. */
export function findTriggers(view: SentenceView): readonly Trigger[] {
  const found: Trigger[] = []
  const used = new Uint8Array(view.tokens.length)
  for (let at = 0; at < view.tokens.length; at++) {
    const verb = verbTrigger(view, at)
    if (verb !== null) {
      found.push(verb)
      used[verb.at] = 1
      if (verb.word.pos === 'light') used[verb.last] = 1
    }
  }
  for (let at = 0; at < view.tokens.length; at++) {
    if (used[at] === 1 || (view.partyAt[at] ?? -1) >= 0) continue
    const noun = nounTrigger(view, at, used)
    if (noun === null) continue
    used.fill(1, noun.at, noun.last + 1)
    found.push(noun)
  }
  return found.sort((a, b) => a.at - b.at)
}

function verbTrigger(view: SentenceView, at: number): Trigger | null {
  const found: Trigger[] = []
  for (const verb of view.verbs[at] ?? []) {
    for (const word of verb.events) {
      const last = lastWord(view, at, word)
      if (last >= 0) {
        const prefix = verb.joined ? (view.tokens[at]?.key.slice(0, 1) ?? '') : ''
        found.push({ at, last, word, verb, others: [], suffix: '', prefix, place: 'VERB' })
      }
    }
  }
  // توعد is "he threatened" before it is a passive "it is promised".
  found.sort((a, b) => rank(b.word) - rank(a.word) || unlikely(a.verb) - unlikely(b.verb))
  const [best, ...others] = found
  return best === undefined ? null : { ...best, others }
}

function unlikely(verb: VerbReading | null): number {
  return verb?.tense === 'PRESENT' && verb.voice === 'PASSIVE' ? 1 : 0
}

function rank(word: EventWord): number {
  return (word.words.length - 1) * 4 + (word.type === 'STATEMENT' ? 0 : word.type === 'OTHER' ? 1 : 2)
}

/** Where the words of a verb entry end; -1 when they are not all there. Other words may stand between its nouns. */
function lastWord(view: SentenceView, at: number, word: EventWord): number {
  let last = at
  for (const chunk of chunks(word)) {
    last = findChunk(view, last + 1, chunk, reachOf(word))
    if (last < 0) return -1
  }
  return last
}

const CHUNKS = new WeakMap<EventWord, readonly (readonly string[])[]>()

/** The words behind a verb, folded, each noun together with the prepositions in front of it. */
function chunks(word: EventWord): readonly (readonly string[])[] {
  const known = CHUNKS.get(word)
  if (known !== undefined) return known
  const found: string[][] = []
  let open: string[] | null = null
  for (const one of word.words.slice(1)) {
    if (open === null) {
      open = []
      found.push(open)
    }
    open.push(foldKey(one))
    if (word.lang === 'ar' && !isPreposition(one)) open = null
  }
  CHUNKS.set(word, found)
  return found
}

function isPreposition(word: string): boolean {
  return (clauseWords.get(foldKey(word)) ?? []).some((form) => form.key === 'preposition')
}

/** English particles stand at the verb (called for), "be" close to its adjective; other words may stand between. */
function reachOf(word: EventWord): number {
  if (word.lang === 'en' && word.pos === 'verb') return 0
  return word.words[0] === 'be' ? 2 : REACH
}

function findChunk(view: SentenceView, from: number, chunk: readonly string[], reach: number): number {
  let passed = 0
  for (let to = from; to < view.tokens.length && passed <= reach; to++) {
    if (view.boundary[to] === 1 || view.starts[to] === 1) return -1
    if (wordsAt(view.tokens, to, chunk)) return to + chunk.length - 1
    const party = view.parties[view.partyAt[to] ?? -1]
    if (party !== undefined) {
      to = party.last
      passed += 1
      continue
    }
    if (view.timeAt[to] === 0) passed += 1
    if ((view.verbs[to] ?? []).some((verb) => !verb.nounLike)) return -1
  }
  return -1
}

function wordsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, n) => matchesWord(tokens[at + n], word))
}

/** A token is a word of the list: as written, or with the article, a pronoun or the accusative ending. */
export function matchesWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && listedForms(token).has(word)
}

/** How a list may have a token's word. */
const listedForms = oncePerWord((token): ReadonlySet<string> => {
  const { key } = token
  if (token.script === 'LATIN') return new Set([key, `${key}s`, ...(key.endsWith('s') ? [key.slice(0, -1)] : [])])
  const nouns = nounReadings(token).flatMap((one) => [
    one.prefix + one.key,
    ...(one.prefix === '' ? [`ال${one.key}`] : []),
  ])
  return new Set([key, ...nouns])
})

function nounTrigger(view: SentenceView, at: number, used: Uint8Array): Trigger | null {
  const token = view.tokens[at]
  if (token === undefined || token.kind !== 'WORD') return null
  const keys = token.script === 'LATIN' ? [{ key: token.key, prefix: '', suffix: '' }] : nounReadings(token)
  let best: { word: EventWord; last: number; prefix: string; suffix: string } | null = null
  for (const { key, prefix, suffix } of keys) {
    for (const { word, rest } of NOUNS.get(key) ?? []) {
      if (!wordsAt(view.tokens, at + 1, rest)) continue
      if (best === null || word.words.length > best.word.words.length)
        best = { word, last: at + rest.length, prefix, suffix }
    }
  }
  if (best === null) return null
  const place = best.word.pos === 'phrase' ? 'PHRASE' : nounPlace(view, at, best.prefix, used)
  return place === null
    ? null
    : { at, last: best.last, word: best.word, verb: null, others: [], suffix: best.suffix, prefix: best.prefix, place }
}

/** Why a noun counts as telling of its act where it stands. */
function nounPlace(view: SentenceView, at: number, prefix: string, used: Uint8Array): Trigger['place'] | null {
  const { tokens } = view
  if (deedOwner(view, at) !== undefined) return 'HAPPENED'
  if (prefix !== 'و' && prefix !== '' && prefix !== 'ف') return 'INNER'
  let clause = at
  while (clause > 0 && view.boundary[clause - 1] === 0 && view.starts[clause] === 0) clause -= 1
  const headline = view.sentence.field === 'HEADLINE'
  // A headline's news is indefinite: "الهدنة" is one that the reader knows.
  const known = !view.latin && /^و?ال/u.test(tokens[at]?.key ?? '')
  if (headline && !known && at - clause <= 1 && !hasVerbBefore(view, clause, at)) return 'HEAD'
  for (let back = 1; back <= 3; back++) {
    if (classAt(tokens, at - back, 'temporal') !== undefined && back <= (view.latin ? 3 : 1)) return 'TEMPORAL'
    if (classAt(tokens, at - back, 'occurrence') !== undefined && used[at - back] === 0) return 'HAPPENED'
  }
  return 'INNER'
}

/** The party of "قرار X الانسحاب": a noun of will or announcement, whose it is, and the act. */
export function deedOwner(view: SentenceView, at: number): number | undefined {
  const index = view.partyAt[at - 1] ?? -1
  const party = view.parties[index]
  if (party === undefined || classAt(view.tokens, party.first - 1, 'deed') === undefined) return undefined
  return index
}

function hasVerbBefore(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((view.verbs[at] ?? []).length > 0) return true
  return false
}

/** Nouns and phrases by their first word, with the folded words behind it. */
function indexNouns(): ReadonlyMap<string, readonly { readonly word: EventWord; readonly rest: readonly string[] }[]> {
  const nouns = eventWords.filter(({ pos }) => pos === 'noun' || pos === 'phrase')
  return Map.groupBy(
    nouns.map((word) => ({ word, rest: word.words.slice(1).map(foldKey) })),
    ({ word }) => foldKey(word.words[0] ?? '').replace(/^ال(?=..)/u, ''),
  )
}
