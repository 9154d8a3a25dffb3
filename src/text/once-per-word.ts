/**
 * Remembers what a word is. A text repeats its words, and what a word alone tells does not depend on where it stands, so
 * it is worked out once for all tokens of the word, and kept with the word as long as `tokenize` knows it.
 */
import type { Token } from './tokens.ts'

/** What is known of a word, by question; undefined where nobody has asked. */
export type Facts = unknown[]

let questions = 0
/** One empty list for all: most words are nothing to most questions. */
const NOTHING: readonly never[] = []

/** Room for the facts of a word. */
export function noFacts(): Facts {
  return new Array(questions)
}

/**
 * `read`, asked once for each word. It is given the token as if it were the whole text, so that spans in its answer begin
 * at 0. It must be pure; its answer is shared by all who ask.
 */
export function oncePerWord<Value extends {}>(read: (word: Token) => Value): (token: Token) => Value {
  const question = questions
  questions += 1
  return (token) => {
    const known = token.facts[question] as Value | undefined
    if (known !== undefined) return known
    const value = read({ ...token, start: 0, end: token.text.length })
    token.facts[question] = Array.isArray(value) && value.length === 0 ? NOTHING : value
    return value
  }
}
