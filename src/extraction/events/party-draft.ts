/** A party while it is put together from names, titles and nouns, and how it stands among the sentence's tokens. */
import { actorNouns } from '../../lexicon/word-classes.ts'
import { foldKey } from '../../text/fold.ts'
import type { Token } from '../../text/tokens.ts'
import type { EntityKind, MentionForm } from '../annotations.ts'
import { nounReadings } from './word-class.ts'

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
  /** Written with و in front. */
  readonly added: boolean
  /** Country entity inside the phrase: the one that a person's title names. */
  readonly country: number | null
}

/** Tokens `first` … `last`, both inside. */
export type Range = { readonly first: number; readonly last: number }
/** A party that may still grow. */
export type Draft = {
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

/** Proclitics in front of a phrase, folded; "" for none. */
export function prefixOf(tokens: readonly Token[], draft: Draft): string {
  const token = tokens[draft.first]
  if (token === undefined || token.script !== 'ARABIC') return ''
  if (draft.cut !== '') return draft.cut
  if (token.key.startsWith('لل')) return 'ل'
  if (/^و[بل]?ال/u.test(token.key) || /^بال/u.test(token.key)) return token.key.slice(0, token.key.indexOf('ال'))
  return draft.acts ? (nounReadings(token).find((one) => actorNouns.has(one.key))?.prefix ?? '') : ''
}

/** Letters of a token in front of `start`, folded. */
export function cutBefore(tokens: readonly Token[], at: number, start: number): string {
  const token = tokens[at]
  return token === undefined || start <= token.start ? '' : foldKey(token.text.slice(0, start - token.start))
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
