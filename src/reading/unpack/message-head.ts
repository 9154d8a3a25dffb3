import { damaged } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'

/** The first line of a record or an answer, and its fields by lower-case name; of several with one name the last. */
export type MessageHead = { readonly first: string; readonly fields: ReadonlyMap<string, string> }

const LF = 0x0a
const CR = 0x0d
const USUAL = 16 * 1024
const MOST = 256 * 1024
const FOLDED = /\r?\n[ \t]+/g
const LINE_END = /\r?\n/

/**
 * Takes lines to the first empty one; null, with nothing taken, when there is none before the end.
 * @throws ArchiveFault when there are more than 256 KB of them
 */
export async function takeHead(reader: ByteReader): Promise<MessageHead | null> {
  const bytes = (await headIn(reader, USUAL)) ?? (await headIn(reader, MOST))
  if (bytes === null) {
    if ((await reader.peek(MOST)).length < MOST) return null
    throw damaged('the header of a record has no end', reader.layer, reader.memberOnly)
  }
  const [first = '', ...lines] = new TextDecoder().decode(bytes).replace(FOLDED, ' ').split(LINE_END)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { first, fields }
}

async function headIn(reader: ByteReader, most: number): Promise<Uint8Array | null> {
  const bytes = await reader.peek(most)
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1
    if (bytes[next] === LF) return (await reader.take(next + 1)).subarray(0, at)
  }
  return null
}
