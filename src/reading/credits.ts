/**
 * Who wrote an article, from a byline or an author field. Such fields hold people, places, agencies, the outlet itself
 * or a date, in any order: "رويترز - واشنطن", "الرياض: ناصر الحقباني جدة: سعيد الأبيض", "بغداد – صادق العراقي، ا ف ب".
 * Only people are authors.
 */
import { creditKey, creditWords } from '../lexicon/credit-words.ts'
import { givenNames } from '../lexicon/given-names.ts'
import { pageFurniture } from '../lexicon/page-furniture.ts'
import { creditRole } from './credit-names.ts'
import { matchForm } from './furniture.ts'
import { lineAt } from './lines.ts'
import { isDateLine, type PageDate, readDate } from './printed-date.ts'

/** What a byline says. */
export type Byline = {
  readonly authors: readonly string[]
  /** A date that stood in the field. */
  readonly date: PageDate | null
  /** True when a place, an outlet or a by-word shows that the phrase is a credit, not merely two names. */
  readonly certain: boolean
}

const LONGEST = 300
const SEPARATOR = /\s*(?:[،,;؛|/\n«»"“”()]|\s[-–—]+\s?|[-–—]+\s|–|—|\sand\s|\sو\s)\s*/u
/** Beside a name it is a place that no list has. */
const ONE_WORD = /^[\p{L}\p{M}-]{2,}$/u
const COLON = /\s*[:：]\s*/u
const BY_COLON = /^\s*[:：-]\s*/u
const LAST_COLON = /\s*[:：]\s*$/u
const WIDE_SPACE = /\s{2,}/u
const SOURCES = /\s*[+،,;؛/|]\s*|\s[-–—]\s/u
const JOINED = /\s+و(?=\p{L})/gu
const WORDS = /[\p{L}\p{M}'’-]+/gu
const NAME_ARTICLE = /^(?:ال|al-)/i
const MOST_NAME_WORDS = 4
const MOST_PLACE_WORDS = 3
/** Where somebody wrote: "David Smith in Washington", "محمد العلي من بيروت". */
const WHERE = /\s+(?:in|from)\s+(?=\p{Lu})|\s+(?:من|في)\s+/u
/** Arabic for by, which stands before many another thing. */
const FROM = /^\s*من\s+/u
const MOST_LATIN_NAME_WORDS = 2

/** Reads a line that may be a credit; null when it holds what no credit does. */
export function readByline(text: string): Byline | null {
  return readCredit(text, false)
}

/** In a field for the author "in Washington" tells a place; in any line it may be a headline's. */
function readCredit(text: string, field: boolean): Byline | null {
  if (text.length > LONGEST) return null
  const date = isDateLine(lineAt(text, { start: 0, end: text.length }, false)) ? readDate(text) : null
  if (date !== null) return { authors: [], date, certain: true }
  const bare = withoutButton(text)
  const named = withoutByWord(bare)
  const byWord = named !== bare
  const authors: string[] = []
  const unknown: string[] = []
  let others = 0
  let places = 0
  for (const phrase of phrases(named.replace(LAST_COLON, ''), field)) {
    const role = creditRole(phrase.text)
    if (phrase.place || role === 'PLACE' || role === 'OUTLET' || role === 'AGENCY' || role === 'GENERIC') others += 1
    else if (role === 'NAME' || (role === 'UNKNOWN' && phrase.placed)) authors.push(phrase.text)
    else if (role === 'UNKNOWN') unknown.push(phrase.text)
    else if (ONE_WORD.test(phrase.text)) places += 1
    else return null
  }
  const certain = byWord || isCertain({ authors: authors.length, unknown: unknown.length, places, others })
  // A phrase that may be a name is one when a by-word says so, or when the credit holds nothing else.
  if (byWord || (others === 0 && authors.length === 0 && unknown.length === 1)) authors.push(...unknown)
  return { authors: [...new Set(authors)], date: null, certain }
}

/** Nothing but credits: names beside places and outlets, a name beside one thing that no list has, or several names. */
function isCertain(found: { authors: number; unknown: number; places: number; others: number }): boolean {
  if (found.others > 0) return found.unknown === 0
  const rest = found.unknown + found.places
  return found.authors > 1 ? rest === 0 : found.authors === 1 && rest === 1
}

/** People among the phrases of an author field, whatever else stands there. */
export function authorsOf(field: string): Byline {
  const from = field.replace(FROM, '')
  if (from !== field && creditRole(from) === 'NAME') return authorsOf(from)
  const byline = readCredit(field, true)
  if (byline !== null) return byline
  const names = phrases(withoutByWord(field.slice(0, LONGEST)), true)
    .filter((phrase) => !phrase.place && creditRole(phrase.text) === 'NAME')
    .map((phrase) => phrase.text)
  return { authors: [...new Set(names)], date: null, certain: false }
}

/**
 * How long the name is that opens a sentence, behind a by-word with a colon: "ترجمة: علي بابكر نشرت صحيفة …". It goes on
 * as long as its words are names; 0 when there is none.
 */
export function nameLength(text: string): number {
  const words = [...text.matchAll(WORDS)].slice(0, MOST_NAME_WORDS)
  if (words[0]?.index !== 0 || givenNames.get(words[0][0]).length === 0) return 0
  const others = words.slice(1).findIndex((word) => givenNames.get(word[0]).length === 0 && !NAME_ARTICLE.test(word[0]))
  const last = words[Math.max(1, others < 0 ? words.length - 1 : others)]
  return last === undefined ? 0 : last.index + last[0].length
}

/** The outlet that a source line names first, without the agencies in general beside it: "الجزيرة + وكالات". */
export function sourceName(value: string): string | null {
  for (const phrase of value.split(SOURCES)) {
    const name = phrase.trim()
    if (name !== '' && creditRole(name) !== 'GENERIC') return name
  }
  return null
}

/** The text without a button's words that a crawler glued before it: "Next Previous سلمى الخطيب – المرفأ". */
function withoutButton(text: string): string {
  const { head } = lineAt(text, { start: 0, end: text.length }, false)
  const first = head.findIndex((token) => token.kind !== 'PUNCTUATION')
  for (const form of pageFurniture.get(head[first]?.key ?? '') ?? []) {
    if (form.key !== 'NAVIGATION' || form.place !== 'LINE') continue
    const end = matchForm(form, head, first)?.end ?? 0
    if (end > 0 && text.trimStart().slice(end).trim() !== '') return text.trimStart().slice(end).trim()
  }
  return text
}

/**
 * The text without كتب, بقلم, By at its front; a weak one (كتب is "books", too) needs a colon behind it or at the end, or
 * nothing else than a name.
 */
function withoutByWord(text: string): string {
  const { head } = lineAt(text, { start: 0, end: text.length }, false)
  const first = head.findIndex((token) => token.kind !== 'PUNCTUATION')
  for (const form of pageFurniture.get(head[first]?.key ?? '') ?? []) {
    const match = form.key === 'BYLINE' ? matchForm(form, head, first) : null
    const rest = match === null ? '' : text.trimStart().slice(match.end)
    const alone = creditRole(rest) === 'NAME'
    if (!form.strong && !BY_COLON.test(rest) && !LAST_COLON.test(text) && !alone) continue
    if (rest.trim() !== '') return rest.replace(BY_COLON, '').trim()
  }
  return text
}

/** A phrase of a credit: a place, or somebody; `placed` when a place was told of whom the phrase names. */
type Phrase = { readonly text: string; readonly place: boolean; readonly placed: boolean }

function phrases(text: string, field: boolean): Phrase[] {
  const segments = text.trim().split(COLON)
  const found: Phrase[] = []
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1
    const { names, place } =
      last || segments.length === 1 ? { names: segment, place: '' } : cutPlace(segment, index === 0)
    for (const name of names
      .split(SEPARATOR)
      .flatMap(joinedNames)
      .filter((part) => part.trim() !== ''))
      found.push(...(field ? withoutPlace(name.trim()) : [{ text: name.trim(), place: false, placed: false }]))
    if (place !== '') found.push({ text: place, place: true, placed: false })
  }
  return found
}

/** The two names of "سلمى الخطيب وهند صالح", each of which is one without the other. */
export function joinedNames(phrase: string): string[] {
  for (const joint of phrase.matchAll(JOINED)) {
    const names = [phrase.slice(0, joint.index), phrase.slice(joint.index + joint[0].length)]
    if (names.every((name) => creditRole(name) === 'NAME')) return names
  }
  return [phrase]
}

/** A phrase with the place and the job behind a name apart. */
function withoutPlace(phrase: string, placed = false): Phrase[] {
  const [name, where] = phrase.split(WHERE, 2)
  const latin = /\p{Script=Latin}/u.test(phrase)
  if (name !== undefined && where !== undefined && name !== '' && (latin || creditRole(where) === 'PLACE')) {
    return [...withoutPlace(name, true), { text: where, place: true, placed: false }]
  }
  return [{ text: nameBeforeJob(phrase, latin) ?? phrase, place: false, placed }]
}

/** "Patrick Wintour Diplomatic editor", "محمد العلي مراسل الجزيرة": the name; null when the phrase does not open with one. */
function nameBeforeJob(phrase: string, latin: boolean): string | null {
  const words = phrase.split(/\s+/u)
  const job = words.findIndex((word) => creditWords.get(creditKey(word)) === 'JOB')
  const name = words.slice(0, latin ? Math.min(job, MOST_LATIN_NAME_WORDS) : job).join(' ')
  return job >= 2 && creditRole(name) === 'NAME' ? name : null
}

/** Before a colon stands a place: alone at the beginning, else behind the names of the place before. */
function cutPlace(segment: string, first: boolean): { names: string; place: string } {
  const words = segment.trim().split(/\s+/u)
  if (first && words.length <= MOST_PLACE_WORDS && creditRole(segment) !== 'AGENCY')
    return { names: '', place: segment.trim() }
  const wide = segment.trim().split(WIDE_SPACE)
  if (wide.length === 2) return { names: wide[0] ?? '', place: wide[1] ?? '' }
  for (let count = Math.min(MOST_PLACE_WORDS, words.length - 1); count > 1; count--) {
    const place = words.slice(-count).join(' ')
    if (creditRole(place) === 'PLACE') return { names: words.slice(0, -count).join(' '), place }
  }
  const names = words.slice(0, -1).join(' ')
  return creditRole(names) !== 'OTHER' ? { names, place: words.at(-1) ?? '' } : { names: segment, place: '' }
}
