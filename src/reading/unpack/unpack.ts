/**
 * Takes packages apart: compressed files, archives, web archives, dumps of records, and each in the other to a bounded
 * depth. Everything streams, in the order in which it lies in the package, and nothing is sought: so it is one thing
 * whether a package lies on disk, comes through a pipe or is nested, a cut-off one gives all that is there, and memory is
 * bounded by the largest document. What a name says is never trusted: content decides.
 */
import { MOST_BYTES } from '../decode.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { ArchiveFault } from './archive-fault.ts'
import { ByteReader, inBlocks } from './byte-reader.ts'
import { isRecordDump } from './dump-format.ts'
import { Gauge, tooLarge } from './gauge.ts'
import { gzip } from './gzip.ts'
import { defaultLimits, type UnpackLimits } from './limits.ts'
import { baseName, type Container, type Member } from './member.ts'
import type { Package, Unpacked } from './package.ts'
import { holdsManyRecords, splitRecords } from './split-records.ts'
import { isTarHeader, tar } from './tar.ts'
import { isWarcHeader, warc } from './warc.ts'
import { isZipHeader, zip } from './zip.ts'

/** As much as the signatures of all containers need. */
const HEAD = 512
/** As much as is asked of a record dump's beginning. */
const SAMPLE = 64 * 1024
const BLOCK = 64 * 1024

/** What is known of some bytes before they are read. */
type Known = {
  readonly at: string
  readonly name: string | null
  readonly mediaType: string | null
  readonly url: string | null
  readonly retrievedAt: string | null
}

const CONTAINERS: readonly { readonly is: (head: Uint8Array) => boolean; readonly read: Container }[] = [
  { is: ([first, second, method]) => first === 0x1f && second === 0x8b && method === 8, read: gzip },
  { is: isZipHeader, read: zip },
  { is: isWarcHeader, read: warc },
  { is: isTarHeader, read: tar },
]

/**
 * The documents in a package, in its order, and what in it is none. A package that is no container holds one document,
 * itself. Members that a file manager hides, folders, links and devices are passed over without a word.
 * @throws what the package's stream throws, and nothing of its own
 */
export async function* unpack(input: Package, limits: UnpackLimits = defaultLimits): AsyncGenerator<Unpacked> {
  const reader = new ByteReader(inBlocks(input.open(), BLOCK), 0)
  const gauge = new Gauge(limits, () => reader.offset)
  const { name, mediaType, url, retrievedAt = null } = input
  const at = name ?? url ?? 'input'
  try {
    yield* take(reader, { at, name: baseName(name), mediaType, url, retrievedAt }, gauge)
  } finally {
    await reader.close()
  }
}

async function* take(reader: ByteReader, known: Known, gauge: Gauge): AsyncGenerator<Unpacked> {
  const head = await reader.peek(HEAD)
  const container = CONTAINERS.find(({ is }) => is(head))
  if (container === undefined) yield* takeDocument(reader, known)
  else if (reader.layer >= gauge.limits.depth) yield refused(known.at, tooDeep(gauge.limits.depth))
  else yield* takeMembers(container.read, reader, known, gauge)
}

async function* takeMembers(read: Container, reader: ByteReader, known: Known, gauge: Gauge): AsyncGenerator<Unpacked> {
  const { layer } = reader
  let { at } = known
  try {
    for await (const member of read(reader, gauge, known)) {
      at = member.at === '' ? known.at : `${known.at}/${member.at}`
      try {
        yield* takeMember(member, at, layer, gauge)
      } catch (error) {
        yield refused(at, refusalOf(error, layer, true))
      }
      at = known.at
    }
  } catch (error) {
    yield refused(at, refusalOf(error, layer, false))
  }
}

async function* takeMember(member: Member, at: string, layer: number, gauge: Gauge): AsyncGenerator<Unpacked> {
  const { nameLength, memberBytes } = gauge.limits
  const { name, mediaType, url, retrievedAt, content, refusal } = member
  if (member.at.length > nameLength) {
    const message = `The archive has a name of more than ${nameLength} letters in it: give the file a shorter one.`
    yield refused(`${at.slice(0, nameLength)}…`, refuse('ARCHIVE_TOO_LARGE', message))
  } else if (refusal !== null) yield refused(at, refusal)
  else if (content !== null) {
    const reader = new ByteReader(within(content, memberBytes, layer), layer + 1)
    yield* take(reader, { at, name, mediaType, url, retrievedAt }, gauge)
  }
}

/** Bytes that are no container: a document, or many in a row. */
async function* takeDocument(reader: ByteReader, known: Known): AsyncGenerator<Unpacked> {
  const { name, mediaType, url, retrievedAt } = known
  const input: Package = { name, mediaType, url, retrievedAt, open: () => reader.rest() }
  const format = isRecordDump(await reader.peek(SAMPLE), input)
  const bytes = await gather(reader)
  if (bytes === null) {
    if (format === null) yield refused(known.at, tooLargeDocument)
    else yield* records(splitRecords(reader.rest(), format, input), known.at)
  } else if (format !== null && holdsManyRecords(bytes, format)) {
    yield* records(splitRecords(once(bytes), format, input), known.at)
  } else yield { at: known.at, document: { bytes, filename: name, mediaType, url, retrievedAt }, refusal: null }
}

/** All bytes of a document; null, with all of them still to read, when they are too many for one. */
async function gather(reader: ByteReader): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of reader.rest()) {
    pieces.push(piece)
    length += piece.length
    if (length > MOST_BYTES) {
      for (const taken of pieces.reverse()) reader.unread(taken)
      return null
    }
  }
  return Buffer.concat(pieces, length)
}

async function* records(items: AsyncIterable<Unpacked>, at: string): AsyncGenerator<Unpacked> {
  for await (const item of items) yield { ...item, at: `${at}, ${item.at}` }
}

async function* within(stream: AsyncIterable<Uint8Array>, most: number, layer: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of stream) {
    length += piece.length
    if (length > most) throw tooLarge(`has a member of more than ${most} bytes`, layer)
    yield piece
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function refused(at: string, refusal: Refusal): Unpacked {
  return { at, document: null, refusal }
}

/** What to say of a fault that this container answers for; others are thrown on to the one that does. */
function refusalOf(error: unknown, layer: number, member: boolean): Refusal {
  if (!(error instanceof ArchiveFault) || error.layer < layer || (member && !error.memberOnly)) throw error
  return error.refusal
}

function tooDeep(depth: number): Refusal {
  return refuse('ARCHIVE_TOO_DEEP', `The archive lies in more than ${depth} others: unpack the outer ones first.`)
}

const tooLargeDocument = refuse(
  'DOCUMENT_TOO_LARGE',
  `The document is larger than ${MOST_BYTES} bytes and no dump of records: cut it into single pages first.`,
)
