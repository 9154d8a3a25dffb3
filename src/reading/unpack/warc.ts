/**
 * Web archives (WARC 0.17 to 1.1, ISO 28500): records of a header, a block and two empty lines. Read by hand: the library
 * that writes them well buffers headers and chunks without a bound and says nothing of a cut-off end. Of the records only
 * those hold documents that a server answered whole (`response`, 2xx, text), that were saved without a server (`resource`)
 * or made from others (`conversion`, the text of a page).
 */
import { ArchiveFault, cutOff, damaged } from './archive-fault.ts'
import { ByteReader } from './byte-reader.ts'
import type { Gauge } from './gauge.ts'
import { httpAnswer, isTextual, type Payload } from './http-answer.ts'
import { type Container, drain, keptOpen, type Member } from './member.ts'
import { takeHead } from './message-head.ts'

type Fields = ReadonlyMap<string, string>

const VERSION = /^WARC\/\d/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/
const WEB = /^https?:/
/** What crawlers fetch for themselves. */
const ROBOTS = /^https?:\/\/[^/]+\/robots\.txt$/
const BRACKETED = /^<(.*)>$/

/** Whether some bytes begin a web archive. */
export function isWarcHeader(head: Uint8Array): boolean {
  return VERSION.test(new TextDecoder('latin1').decode(head.subarray(0, 8)))
}

/** A web archive's documents, each with its address and when it was retrieved. */
export const warc: Container = async function* (reader, gauge) {
  for (;;) {
    await skipLineEnds(reader)
    const begin = await reader.peek(8)
    if (begin.length === 0) return
    if (!isWarcHeader(begin)) throw damaged('no record begins where one should', reader.layer)
    gauge.member()
    const head = await takeHead(reader)
    if (head === null) throw cutOff(reader.layer)
    const length = Number(head.fields.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) throw damaged('a record has no length', reader.layer)
    const block = reader.span(length)
    const member = await memberOf(head.fields, new ByteReader(keptOpen(block), reader.layer, true), gauge)
    if (member !== null) yield member
    await drain(block)
  }
}

async function skipLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const [byte] = await reader.peek(1)
    if (byte !== 0x0d && byte !== 0x0a) return
    await reader.take(1)
  }
}

async function memberOf(fields: Fields, block: ByteReader, gauge: Gauge): Promise<Member | null> {
  const url = fields.get('warc-target-uri')?.replace(BRACKETED, '$1') ?? ''
  if (!WEB.test(url) || ROBOTS.test(url)) return null
  const date = fields.get('warc-date') ?? ''
  const member = { at: url, name: null, url, retrievedAt: INSTANT.test(date) ? date : null }
  try {
    const payload = await payloadOf(fields, block, gauge)
    return payload === null ? null : { ...member, ...payload, refusal: null }
  } catch (error) {
    if (!(error instanceof ArchiveFault && error.memberOnly)) throw error
    return { ...member, content: null, mediaType: null, refusal: error.refusal }
  }
}

async function payloadOf(fields: Fields, block: ByteReader, gauge: Gauge): Promise<Payload | null> {
  const type = fields.get('warc-type')
  if (type === 'response') return httpAnswer(block, gauge)
  if (type !== 'resource' && type !== 'conversion') return null
  const mediaType = fields.get('content-type') || null
  return isTextual(mediaType) ? { content: block.rest(), mediaType } : null
}
