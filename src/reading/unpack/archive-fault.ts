import { type Refusal, type RefusalCode, refuse } from '../refusal.ts'

/**
 * Ends the reading of a container in the middle. Thrown, because it has to pass through whatever reads the stream, a
 * splitter of records for one; `unpack` catches each and makes a refusal of it.
 */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault'
  readonly refusal: Refusal
  /** The container that is at fault, counted from outside; the ones around it can go on. */
  readonly layer: number
  /** The container knows where its next member begins, and can go on itself. */
  readonly memberOnly: boolean

  constructor(code: RefusalCode, message: string, layer: number, memberOnly = false) {
    super(message)
    this.refusal = refuse(code, message)
    this.layer = layer
    this.memberOnly = memberOnly
  }
}

/** The container, or this member of it, ends before it says that it does. */
export function cutOff(layer: number, memberOnly = false): ArchiveFault {
  if (memberOnly) return damaged('a member ends too early', layer, memberOnly)
  return new ArchiveFault(
    'ARCHIVE_CORRUPT',
    'The archive ends too early; what came before was read: fetch it again for the rest.',
    layer,
  )
}

/** The container's bytes make no sense. `what` completes "The archive is damaged: …". */
export function damaged(what: string, layer: number, memberOnly = false): ArchiveFault {
  const rest = memberOnly ? 'this member was passed over' : 'what came before was read'
  return new ArchiveFault(
    'ARCHIVE_CORRUPT',
    `The archive is damaged: ${what}; ${rest}: fetch or pack it again.`,
    layer,
    memberOnly,
  )
}
