/** What the readers of containers have in common. */
import type { Refusal } from '../refusal.ts'
import { ArchiveFault } from './archive-fault.ts'
import type { ByteReader } from './byte-reader.ts'
import type { Gauge } from './gauge.ts'

/** A part of a container: its content, to be read before the next part is asked for, or why it has none. */
export type Member = {
  /** Where in the container, for a person: a path or an address; "" for a container's only part. */
  readonly at: string
  /** Its file's name; null when it has none. */
  readonly name: string | null
  readonly content: AsyncIterable<Uint8Array> | null
  readonly refusal: Refusal | null
  readonly mediaType: string | null
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** What a container needs to know of its package. */
export type ContainerInput = {
  readonly name: string | null
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** Reads a container to its end, a member at a time. */
export type Container = (reader: ByteReader, gauge: Gauge, input: ContainerInput) => AsyncGenerator<Member>

const SEPARATORS = /[\\/]+/
// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character belongs in a name
const CONTROLS = /[\u0000-\u001f\u007f]/g

/** A file of an archive, or why it cannot be read; null for one that a file manager hides or left there for itself. */
export function fileMember(path: string, content: AsyncIterable<Uint8Array> | Refusal): Member | null {
  const steps = path.replace(CONTROLS, '\ufffd').split(SEPARATORS)
  const clean = steps.filter((step) => step !== '' && step !== '.' && step !== '..')
  if (clean.some((step) => step.startsWith('.') || step === '__MACOSX')) return null
  const file = { at: clean.join('/'), name: clean.at(-1) ?? null, mediaType: null, url: null, retrievedAt: null }
  return Symbol.asyncIterator in content
    ? { ...file, content, refusal: null }
    : { ...file, content: null, refusal: content }
}

/** The last step of a path; null for none. */
export function baseName(path: string | null): string | null {
  return path?.split(SEPARATORS).findLast((step) => step !== '') ?? null
}

/** A name's text: UTF-8 where it is that, else the charset that Arabic Windows packs with. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

/** A stream that its reader may leave in the middle, so that the container can go on with it. */
export function keptOpen(stream: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }
}

/** Reads what the member's reader left; a fault of this member alone was told before, or is nobody's loss. */
export async function drain(stream: AsyncGenerator<Uint8Array>): Promise<void> {
  try {
    for await (const _ of stream);
  } catch (error) {
    if (!(error instanceof ArchiveFault && error.memberOnly)) throw error
  }
}
