/** What a rule of time is: it says what it recognises and why, and proves itself by examples and near-misses. */
import type { Span } from '../text/span.ts'
import type { Script } from '../text/tokens.ts'
import type { TimeMeaning } from './meaning.ts'
import type { Matcher } from './pattern.ts'
import type { TimeText, TimeWord, WordKind } from './words.ts'

/** Published on that day, the words between ⟦ and ⟧ are that date; `null` where they cannot be resolved. */
type TimeExample = { readonly text: string; readonly on: string | null; readonly edtf: string | null }

/** What stands around a match. */
type Surroundings = {
  /** Words of time that end right before it. */
  readonly before: readonly TimeWord[]
  readonly after: readonly TimeWord[]
  readonly text: TimeText
  /** The match's first token, and the token behind its last. */
  readonly firstToken: number
  readonly next: number
}

/** Words that a rule has read. */
export type TimeMatch = Span & {
  readonly rule: string
  readonly meaning: TimeMeaning
  readonly firstToken: number
  readonly next: number
}

export type TimeRule = {
  readonly name: string
  readonly why: string
  readonly yes: readonly TimeExample[]
  readonly no: readonly string[]
  /** Reads the words that begin at token `at`; null when they are none. */
  find(text: TimeText, at: number): TimeMatch | null
}

type Definition<P> = {
  /** What it recognises, kebab-case. */
  readonly name: string
  /** Why the language says it so, and what it must not be mixed up with. */
  readonly why: string
  /** Its words are of this language's script; null for digits alone. */
  readonly language: 'ar' | 'en' | null
  readonly pattern: Matcher<P>
  /** Kinds of words that, right before the match, make it something else. */
  readonly notAfter?: readonly WordKind[]
  /** Kinds of words that, right behind it, make it something else. */
  readonly notBefore?: readonly WordKind[]
  read(parts: P, around: Surroundings): TimeMeaning | null
  readonly yes: readonly [TimeExample, ...TimeExample[]]
  /** Near-misses: the rule reads nothing in them. */
  readonly no: readonly [string, ...string[]]
}

const SCRIPTS = { ar: 'ARABIC', en: 'LATIN', none: null } as const

/** Makes a rule out of its definition. */
export function timeRule<P>(definition: Definition<P>): TimeRule {
  const { name, why, language, pattern, notAfter = [], notBefore = [], yes, no } = definition
  return {
    name,
    why,
    yes,
    no,
    find(text, at) {
      const script = SCRIPTS[language ?? 'none']
      if (!isOfScript(text, at, at + 1, script)) return null
      const match = pattern(text, at, true)[0]
      if (match === undefined || !isOfScript(text, at, match.next, script)) return null
      const before = wordsBefore(text, at)
      const after = wordsAfter(text, match.next)
      if (before.some((found) => notAfter.includes(found.kind))) return null
      if (after.some((found) => notBefore.includes(found.kind))) return null
      const { start, end, next } = match
      const meaning = definition.read(match.value, { before, after, text, firstToken: at, next })
      return meaning === null ? null : { start, end, rule: name, meaning, firstToken: at, next }
    },
  }
}

function wordsBefore(text: TimeText, at: number): TimeWord[] {
  const found: TimeWord[] = []
  for (let back = 1; back <= 2; back++) {
    for (const match of text.words[at - back] ?? []) if (match.tokens === back) found.push(...match.values)
  }
  return found
}

function wordsAfter(text: TimeText, next: number): TimeWord[] {
  return (text.words[next] ?? []).filter((match) => match.reading === null).flatMap((match) => match.values)
}

function isOfScript(text: TimeText, first: number, next: number, script: Script | null): boolean {
  if (script === null) return true
  for (let at = first; at < next; at++) {
    const token = text.tokens[at]
    if (token?.kind === 'WORD' && token.script !== script) return false
  }
  return true
}
