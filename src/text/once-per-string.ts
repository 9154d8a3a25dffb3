/** Strings kept by each memory: as many words as some megabytes of news have. */
const MOST_STRINGS = 30_000
/** Code units; longer ones are hardly words or names. */
const LONGEST_STRING = 100
/** V8 copies shorter slices by itself. */
const LONGEST_COPIED = 12

/**
 * `read`, asked once for each string. It must be pure; its answer is shared by all who ask. What is kept is bounded in
 * number and length: a full memory is emptied, so that no text can fill the machine's.
 */
export function oncePerString<Value extends {}>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (text.length > LONGEST_STRING) return read(text)
    const own = copy(text)
    const value = read(own)
    if (known.size >= MOST_STRINGS) known.clear()
    known.set(own, value)
    return value
  }
}

/** A slice would keep the whole text that it was cut from. */
function copy(text: string): string {
  return text.length <= LONGEST_COPIED ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
