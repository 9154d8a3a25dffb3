/** Pulls bytes from a stream as its reader needs them, and no earlier: what was taken depends on the bytes alone. */
import { cutOff } from './archive-fault.ts'

const EMPTY = new Uint8Array(0)

export class ByteReader {
  /** The container that these bytes are; what is missing in them is its fault. */
  readonly layer: number
  /** These bytes are one member's alone; the container goes on when some are missing. */
  readonly memberOnly: boolean
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array[] = []
  #length = 0
  #ended = false
  #offset = 0

  constructor(stream: AsyncIterable<Uint8Array>, layer: number, memberOnly = false) {
    this.#source = stream[Symbol.asyncIterator]()
    this.layer = layer
    this.memberOnly = memberOnly
  }

  /** How many bytes were taken. */
  get offset(): number {
    return this.#offset
  }

  /** The next bytes, without taking them: `count`, or fewer at the end. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#length < count && !this.#ended) await this.#pull()
    const first = this.#held[0] ?? EMPTY
    if (first.length >= count || this.#held.length < 2) return first.subarray(0, count)
    const joined = Buffer.concat(this.#held, this.#length)
    this.#held = [joined]
    return joined.subarray(0, count)
  }

  /** Takes as many bytes as there are, `count` at most. */
  async upTo(count: number): Promise<Uint8Array> {
    const bytes = await this.peek(count)
    this.#drop(bytes.length)
    return bytes
  }

  /**
   * Takes bytes.
   * @throws ArchiveFault when there are fewer
   */
  async take(count: number): Promise<Uint8Array> {
    const bytes = await this.upTo(count)
    if (bytes.length < count) throw cutOff(this.layer, this.memberOnly)
    return bytes
  }

  /** Takes some bytes, `most` at most, in the piece they came in; null at the end. */
  async piece(most: number): Promise<Uint8Array | null> {
    while (this.#length === 0 && !this.#ended) await this.#pull()
    const bytes = this.#held[0]?.subarray(0, most)
    if (bytes === undefined) return null
    this.#drop(bytes.length)
    return bytes
  }

  /** Puts back what was taken last. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#held.unshift(bytes)
    this.#length += bytes.length
    this.#offset -= bytes.length
  }

  /**
   * The next `count` bytes as a stream.
   * @throws ArchiveFault when there are fewer
   */
  async *span(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      const piece = await this.piece(left)
      if (piece === null) throw cutOff(this.layer, this.memberOnly)
      left -= piece.length
      yield piece
    }
  }

  /** All that is left. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await this.piece(Number.POSITIVE_INFINITY)
      if (piece === null) return
      yield piece
    }
  }

  /**
   * Passes over bytes.
   * @throws ArchiveFault when there are fewer
   */
  async skipTo(offset: number): Promise<void> {
    while (this.#offset < offset) {
      if ((await this.piece(offset - this.#offset)) === null) throw cutOff(this.layer, this.memberOnly)
    }
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#source.return?.()
  }

  #drop(count: number): void {
    if (count === 0) return
    this.#offset += count
    this.#length -= count
    const first = this.#held[0] ?? EMPTY
    if (first.length > count) this.#held[0] = first.subarray(count)
    else this.#held.shift()
  }

  async #pull(): Promise<void> {
    const next = await this.#source.next()
    if (next.done === true) this.#ended = true
    else if (next.value.length > 0) {
      this.#held.push(next.value)
      this.#length += next.value.length
    }
  }
}

/** The same bytes in blocks of one size, however they came, so that nothing after can depend on that. */
export async function* inBlocks(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(stream, 0)
  try {
    for (;;) {
      const block = await reader.upTo(size)
      if (block.length === 0) return
      yield block
    }
  } finally {
    await reader.close()
  }
}
