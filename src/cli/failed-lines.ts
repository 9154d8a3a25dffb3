import type { FailureEntry } from '../store/dead-letters.ts'
import { call } from './help-examples.ts'

/** Of a hash, so many digits tell documents apart. */
const shownDigits = 12
/** How much of a document is shown. */
const shownBytes = 4_096
const shownLines = 12
const shownWidth = 120

/** A failed document in one line, for people. */
export function failureLine(entry: FailureEntry): string {
  const { sha256, stage, code, failedAt } = entry
  const time = `${failedAt.toISOString().slice(0, 16).replace('T', ' ')}Z`
  return `${sha256.slice(0, shownDigits)}  ${stage.padEnd(7)}  ${code.padEnd(22)}  ${time}  ${nameOf(entry)}\n`
}

/** What people call a document: its file, its address, or its hash. */
export function nameOf({ filename, url, sha256 }: FailureEntry): string {
  return printable(filename ?? url ?? sha256.slice(0, shownDigits))
}

/** Why a document failed, what can be done, and how it begins. */
export function describeFailure(entry: FailureEntry, bytes: Uint8Array): string {
  const { sha256, stage, code, message, filename, mediaType, url, size, receivedAt, failedAt } = entry
  const short = sha256.slice(0, shownDigits)
  const facts: readonly (readonly [string, string | null])[] = [
    ['sha256', sha256],
    ['failed', `${stage} ${code}, ${failedAt.toISOString()}`],
    ['why', message],
    ['name', filename],
    ['type', mediaType],
    ['address', url],
    ['size', `${size} bytes, handed over ${receivedAt.toISOString()}`],
    ['retry', `${call} failed retry ${short}`],
    ['bytes', `${call} failed show ${short} --bytes > FILE`],
  ]
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(8)} ${printable(value)}`]))
  return `${[...known, '', ...beginningOf(bytes)].join('\n')}\n`
}

/** The first lines, read as UTF-8 whatever they are. */
function beginningOf(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes.subarray(0, shownBytes)).split(/\r\n|\r|\n/)
  const shown = lines.slice(0, shownLines).map((line) => `| ${printable(line.slice(0, shownWidth))}`)
  return lines.length > shownLines || bytes.length > shownBytes ? [...shown, '| …'] : shown
}

/** Text from elsewhere must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{fffd}').toWellFormed()
}
