/**
 * Remembers what a word is. A text repeats its words, and what a word alone tells does not depend on where it stands, so
 * it is worked out once. What is kept is bounded, in words and in their length: a full memory is emptied, so that no text
 * can fill the machine's.
 */
import type { Token } from './tokens.ts'

/** Words kept by each memory: as many as some megabytes of news have. */
const MOST_WORDS = 30_000
/** Code units; longer ones are hardly words. */
const LONGEST_WORD = 100

/** `read`, asked once for each string. It must be pure; what it returns is shared by all who ask. */
export function oncePerString<Value extends {}>(read: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const own = copy(word)
    return keep(known, own, read(own))
  }
}

/** The same for tokens: `read` is given the token as if it were the whole text, so that its spans begin at 0. */
export function oncePerWord<Value extends {}>(read: (word: Token) => Value): (token: Token) => Value {
  const known = new Map<string, Value>()
  return (token) =>
    known.get(token.text) ?? keep(known, token.text, read({ ...token, start: 0, end: token.text.length }))
}

/** A slice would keep the whole text that it was cut from. */
function copy(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le')
}

function keep<Value>(known: Map<string, Value>, word: string, value: Value): Value {
  if (word.length > LONGEST_WORD) return value
  if (known.size >= MOST_WORDS) known.clear()
  known.set(word, value)
  return value
}
