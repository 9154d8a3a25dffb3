/**
 * Looks up phrases of many words over tokens, longest first: a trie whose edges are folded token keys, so that a look-up
 * costs the words that it matches and not the size of the list.
 *
 * The first word may carry proclitics (وبوتين, بموسكو, للأردن). A reading with a prefix taken off counts only when the
 * index has the phrase, and never against a phrase of the same length or longer that has the word as it stands. Hyphens
 * and underscores that join two words are passed over in phrase and text alike (الشرق_الأوسط, al-Sharaa).
 */
import { ARTICLE, type CliticReading, moved, PRONOUN_SUFFIXES, wordReadings } from './clitics.ts'
import { foldKey } from './fold.ts'
import { oncePerWord } from './once-per-word.ts'
import type { Span } from './span.ts'
import { type Token, tokenizeForm } from './tokens.ts'

/** A phrase and what it stands for. */
export type PhraseEntry<T> = {
  readonly form: string
  readonly value: T
  /** Each of its Arabic words may also be written with ال. */
  readonly article?: boolean
  /** Its last word may carry a pronoun suffix: وزير خارجيتها. */
  readonly pronoun?: boolean
  /** Only as written in upper and lower case: US is not us. */
  readonly cased?: boolean
}

/** Tokens that are a phrase. The span leaves proclitics and suffixes out. */
export type PhraseMatch<T> = Span & {
  readonly values: readonly T[]
  /** How many tokens, joining hyphens included. */
  readonly tokens: number
  /** How the first word was read; null when it stands as in the phrase. */
  readonly reading: CliticReading | null
  /** Pronoun suffix on the last word, folded. */
  readonly suffix: string | null
}

type Leaf<T> = { readonly value: T; readonly cased: string | null; readonly pronoun: boolean }
/** Where a phrase may go on, and what it stands for when it ends here; most nodes end one and go on nowhere. */
type Node<T> = { next: Map<string, Node<T>> | null; readonly leaves: Leaf<T>[] }

const JOINERS = '-_\u2010\u2011'
/** Above this many words, only the first and the last may take an article: 2^n spellings would not pay. */
const MOST_ARTICLE_WORDS = 4

/** A set of phrases to look up. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = emptyNode()
  #suffixed = false
  /** The readings of a word, placed in the word, by which a phrase may begin; most words begin none. */
  readonly #starts = oncePerWord((word) => wordReadings(word).filter(({ key }) => this.#mayBegin(word, key)))

  /** Builds an index; several entries may share a form and keep their order. Forms without a word are passed over. */
  static of<T>(entries: Iterable<PhraseEntry<T>>): PhraseIndex<T> {
    const index = new PhraseIndex<T>()
    for (const entry of entries) index.#add(entry)
    return index
  }

  /** All phrases that begin at token `i`: longest first, as it stands before stripped. Empty when there is none. */
  matchAt(tokens: readonly Token[], i: number): readonly PhraseMatch<T>[] {
    const token = tokens[i]
    if (token === undefined) return []
    const starts = this.#starts(token)
    if (starts.length === 0) return []
    const found: PhraseMatch<T>[] = []
    let whole = 0
    for (const start of starts) {
      const stripped = start.prefixes.length > 0
      const matches = this.#walk(tokens, i, moved(start, token.start), stripped)
      for (const match of matches) {
        if (!stripped) whole = Math.max(whole, match.tokens)
        if (!stripped || match.tokens > whole) found.push(match)
      }
    }
    return found.length > 1 ? found.sort((a, b) => b.tokens - a.tokens) : found
  }

  /** What a form stands for exactly, without clitics; empty when it is not in the index. */
  get(form: string): readonly T[] {
    let node: Node<T> | undefined = this.#root
    for (const word of words(form)) node = node?.next?.get(word.key)
    return node === this.#root ? [] : (node?.leaves.map((leaf) => leaf.value) ?? [])
  }

  #add(entry: PhraseEntry<T>): void {
    const parts = words(entry.form)
    const keys = parts.map((token) => token.key)
    if (keys.length === 0) return
    const pronoun = entry.pronoun === true
    this.#suffixed ||= pronoun
    const leaf: Leaf<T> = {
      value: entry.value,
      cased: entry.cased === true ? parts.map(({ text }) => text).join(' ') : null,
      pronoun,
    }
    for (const path of entry.article === true ? withArticles(keys) : [keys]) {
      let node = this.#root
      for (const key of path) {
        node = follow(node, key)
      }
      node.leaves.push(leaf)
    }
  }

  #mayBegin(word: Token, key: string): boolean {
    return this.#root.next?.has(key) === true || (this.#suffixed && this.#suffixOf(this.#root, word, key) !== null)
  }

  #walk(tokens: readonly Token[], i: number, reading: CliticReading, stripped: boolean): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = []
    let node: Node<T> = this.#root
    for (let at = i, key = reading.key; ; ) {
      if (this.#suffixed) this.#addSuffixed(node, key, tokens, i, at, reading, stripped, found)
      const next = node.next?.get(key)
      if (next === undefined) return found
      node = next
      if (node.leaves.length > 0) {
        const span = { start: reading.start, end: tokens[at]?.end ?? reading.end }
        addMatch(found, node.leaves, tokens, i, at, span, stripped ? reading : null, null)
      }
      if (node.next === null) return found
      at = wordAfter(tokens, at)
      const word = tokens[at]
      if (word === undefined) return found
      key = word.key
    }
  }

  #addSuffixed(
    node: Node<T>,
    key: string,
    tokens: readonly Token[],
    i: number,
    at: number,
    reading: CliticReading,
    stripped: boolean,
    found: PhraseMatch<T>[],
  ): void {
    const token = tokens[at]
    const suffixed = token === undefined ? null : this.#suffixOf(node, token, key)
    if (token === undefined || suffixed === null) return
    const { suffix, leaves } = suffixed
    const end = token.end - suffixLength(token, suffix)
    addMatch(found, leaves, tokens, i, at, { start: reading.start, end }, stripped ? reading : null, suffix)
  }

  /** The pronoun that a phrase's last word carries, with what the phrase stands for; null when it is none. */
  #suffixOf(node: Node<T>, token: Token, key: string): { suffix: string; leaves: readonly Leaf<T>[] } | null {
    if (token.script !== 'ARABIC') return null
    for (const suffix of PRONOUN_SUFFIXES) {
      if (!key.endsWith(suffix) || key.length < suffix.length + 2) continue
      const rest = key.slice(0, -suffix.length)
      const leaves = [rest, ...(rest.endsWith('ت') ? [`${rest.slice(0, -1)}ه`] : [])]
        .flatMap((spelling) => node.next?.get(spelling)?.leaves ?? [])
        .filter((leaf) => leaf.pronoun)
      if (leaves.length > 0) return { suffix, leaves }
    }
    return null
  }
}

/** The node behind a word, made when the first phrase goes there. */
function follow<T>(node: Node<T>, key: string): Node<T> {
  node.next ??= new Map()
  const known = node.next.get(key)
  if (known !== undefined) return known
  const next: Node<T> = emptyNode()
  node.next.set(key, next)
  return next
}

function emptyNode<T>(): Node<T> {
  return { next: null, leaves: [] }
}

function addMatch<T>(
  found: PhraseMatch<T>[],
  leaves: readonly Leaf<T>[],
  tokens: readonly Token[],
  i: number,
  last: number,
  span: Span,
  reading: CliticReading | null,
  suffix: string | null,
): void {
  const asWritten = leaves.some((leaf) => leaf.cased !== null) ? plainTokens(tokens, i, last) : null
  const values = leaves.filter((leaf) => leaf.cased === null || leaf.cased === asWritten).map((leaf) => leaf.value)
  if (values.length > 0) found.push({ ...span, values, tokens: last - i + 1, reading, suffix })
}

/** Index of the next word after `at`, over one joiner that touches both; -1 at the end. */
function wordAfter(tokens: readonly Token[], at: number): number {
  const here = tokens[at]
  const next = tokens[at + 1]
  const word = tokens[at + 2]
  if (next === undefined) return -1
  if (here === undefined || word === undefined || !isJoiner(next)) return at + 1
  return here.end === next.start && next.end === word.start ? at + 2 : at + 1
}

function isJoiner(token: Token): boolean {
  return token.kind === 'PUNCTUATION' && JOINERS.includes(token.text)
}

function words(form: string): Token[] {
  return tokenizeForm(form).filter((token) => !isJoiner(token))
}

function plainTokens(tokens: readonly Token[], first: number, last: number): string {
  return tokens
    .slice(first, last + 1)
    .filter((token) => !isJoiner(token))
    .map((token) => token.text)
    .join(' ')
}

function withArticles(keys: readonly string[]): string[][] {
  let paths: string[][] = [[]]
  for (const [at, key] of keys.entries()) {
    const may = keys.length <= MOST_ARTICLE_WORDS || at === 0 || at === keys.length - 1
    const spellings = may && !key.startsWith(ARTICLE) && isArabic(key) ? [key, ARTICLE + key] : [key]
    paths = paths.flatMap((path) => spellings.map((spelling) => [...path, spelling]))
  }
  return paths
}

function isArabic(key: string): boolean {
  return /^\p{Script=Arabic}/u.test(key)
}

/** Code units that the suffix takes in the source, marks included. */
function suffixLength(token: Token, suffix: string): number {
  let length = suffix.length
  while (length < token.text.length && foldKey(token.text.slice(-length)) !== suffix) length += 1
  return length
}
