/**
 * ZIP archives, read from the first byte to the last by the headers before each file, not by the directory at the end:
 * so a pipe needs no copy on disk, a cut-off archive gives what is there, and no byte is unpacked twice, which is all
 * that overlapping entries could do. The directory is read last, and must name what was found and nothing else.
 * PKWARE's APPNOTE.TXT 6.3.10 has the format.
 */
import { type Refusal, refuse } from '../refusal.ts'
import { ArchiveFault, damaged } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Container, drain, fileMember, keptOpen } from './member.ts'
import { fileData, method, passedData } from './zip-data.ts'
import { passDescriptor } from './zip-descriptor.ts'
import { checkDirectory } from './zip-directory.ts'
import { isLocalHeader, type LocalHeader, readLocalHeader } from './zip-header.ts'

const EMPTY = [0x50, 0x4b, 0x05, 0x06] as const
const OFFICE = /^(?:\[Content_Types\]\.xml|mimetype|_rels\/\.rels|docProps\/.*)$/
/** Before the directory nothing tells a link, but it holds only the path that it leads to, which is no document. */
const LINK = /^[^\s\p{Cc}]*[./][^\s\p{Cc}]*$/u
const MOST_LINK = 1024

/** Whether some bytes begin a ZIP archive, or are an empty one. */
export function isZipHeader(head: Uint8Array): boolean {
  return isLocalHeader(head) || EMPTY.every((byte, at) => head[at] === byte)
}

/** A ZIP archive. Encrypted files, and those packed in another way than the usual one, are refused each for itself. */
export const zip: Container = async function* (reader, gauge) {
  const starts: number[] = []
  while (isLocalHeader(await reader.peek(4))) {
    gauge.member()
    starts.push(reader.offset)
    const header = await readLocalHeader(reader)
    if (starts.length === 1 && OFFICE.test(header.path)) throw officeFile(reader.layer)
    const start = reader.offset
    const refusal = refusalOf(header, reader.layer)
    const content = refusal === null ? fileData(header, reader, gauge) : passedData(header, reader)
    const member = (await isNoFile(header, reader)) ? null : fileMember(header.path, refusal ?? keptOpen(content))
    if (member !== null) yield member
    await drain(content)
    await skipRest(header, start, reader)
  }
  await checkDirectory(reader, starts)
}

function refusalOf({ encrypted, method: used, packed }: LocalHeader, layer: number): Refusal | null {
  if (encrypted) return refuse('ARCHIVE_ENCRYPTED', 'The file is encrypted: unpack it with its password first.')
  if (used === method.stored || used === method.deflated) return null
  if (packed === null) throw damaged(`nothing tells where a file ends that is packed by method ${used}`, layer)
  return refuse('FORMAT_UNSUPPORTED', `The file is packed by method ${used}: pack it in the usual way, by deflate.`)
}

async function isNoFile({ path, packed, ...header }: LocalHeader, reader: ByteReader): Promise<boolean> {
  if (path.endsWith('/')) return true
  if (header.method !== method.stored || header.encrypted || packed === null || packed > MOST_LINK) return false
  return LINK.test(new TextDecoder().decode(await reader.peek(packed)))
}

/** A fault may have left the reader within the data. */
async function skipRest({ packed, described }: LocalHeader, start: number, reader: ByteReader): Promise<void> {
  if (packed === null || reader.offset > start + packed) return
  await reader.skipTo(start + packed)
  if (described) await passDescriptor(reader)
}

function officeFile(layer: number): ArchiveFault {
  const message = 'The document is an office document or a book: save it as plain text or HTML first.'
  return new ArchiveFault('FORMAT_UNSUPPORTED', message, layer)
}
