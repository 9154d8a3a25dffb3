import { ArchiveFault } from './archive-fault.ts'
import type { UnpackLimits } from './limits.ts'

/** Counts what one package makes of itself, and ends its reading when that is more than it may. */
export class Gauge {
  readonly limits: UnpackLimits
  readonly #packed: () => number
  #unpacked = 0
  #members = 0

  /** `packed` tells how many of the package's own bytes have been taken. */
  constructor(limits: UnpackLimits, packed: () => number) {
    this.limits = limits
    this.#packed = packed
  }

  /**
   * Bytes came out of a decompressor.
   * @throws ArchiveFault of the whole package
   */
  unpacked(bytes: number): void {
    this.#unpacked += bytes
    const { ratio, ratioFrom, totalBytes } = this.limits
    if (this.#unpacked > Math.max(ratioFrom, ratio * this.#packed())) {
      const message = `The archive grows to more than ${ratio} times its size, as only bombs do: unpack it by hand if you trust it.`
      throw new ArchiveFault('ARCHIVE_BOMB', message, 0)
    }
    if (this.#unpacked > totalBytes) throw tooLarge(`holds more than ${totalBytes} bytes`, 0)
  }

  /**
   * A member begins.
   * @throws ArchiveFault of the whole package
   */
  member(): void {
    this.#members += 1
    if (this.#members > this.limits.members) throw tooLarge(`has more than ${this.limits.members} members`, 0)
  }
}

/** A bound is passed. `what` completes "The archive …". */
export function tooLarge(what: string, layer: number): ArchiveFault {
  return new ArchiveFault('ARCHIVE_TOO_LARGE', `The archive ${what}: cut it into smaller ones.`, layer)
}
