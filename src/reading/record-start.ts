/**
 * Where a record of a dump begins. One machine wrote them all, so each begins as another did: in a line of its own with
 * the same indent, or, where records stand in one line, with a brace and the same member's name. By this the next record
 * is found when one is broken.
 */

/** How the records of a dump begin. */
export type RecordStart = {
  /** A line of its own with a brace; null when the known one did not stand so. */
  readonly inLine: RegExp | null
  /** Null when the known one shows no member's name. */
  readonly anywhere: RegExp | null
}

const FIRST_NAME = /\{\s*(["']?)([^"'\s:{}[\],][^"'\n:{}[\]]{0,60}?)\1\s*:/y
const MARKS = /[\\^$.*+?()[\]{}|/-]/g
const LONGEST_INDENT = 40

/** How the record that begins at an offset of a text begins. */
export function recordStart(text: string, at: number): RecordStart {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const indent = text.slice(lineStart, Math.min(at, lineStart + LONGEST_INDENT))
  const alone = at - lineStart < LONGEST_INDENT && /^[ \t]*$/.test(indent)
  FIRST_NAME.lastIndex = at
  const name = FIRST_NAME.exec(text)?.[2]
  const opening = name === undefined ? null : `\\{\\s*["']?${name.replace(MARKS, '\\$&')}["']?\\s*:`
  return {
    inLine: alone ? new RegExp(`\\n${indent}\\{`, 'g') : null,
    anywhere: opening === null ? null : new RegExp(`[,[\\]}\\n]\\s*${opening}`, 'g'),
  }
}

/** Where the next record begins behind an offset; null when there is none. */
export function nextRecord(text: string, from: number, start: RecordStart): number | null {
  for (const pattern of [start.inLine, start.anywhere]) {
    if (pattern === null) continue
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (match !== null) return text.indexOf('{', match.index)
  }
  return null
}
