/** A document that cannot be read, as data: what is wrong with it and what can be done. */

/** Stable names of what is wrong. */
export type RefusalCode =
  | 'ARCHIVE_BOMB'
  | 'ARCHIVE_CORRUPT'
  | 'ARCHIVE_ENCRYPTED'
  | 'ARCHIVE_TOO_DEEP'
  | 'ARCHIVE_TOO_LARGE'
  | 'DOCUMENT_EMPTY'
  | 'DOCUMENT_TOO_LARGE'
  | 'DOCUMENT_BINARY'
  | 'FORMAT_UNSUPPORTED'
  | 'MAP_INVALID'
  | 'MARKUP_TOO_COMPLEX'
  | 'PAGE_WITHOUT_TEXT'
  | 'RECORD_INVALID'
  | 'RECORD_WITHOUT_TEXT'
  | 'TOO_MANY_RECORDS'

/** Why a document was not read. */
export type Refusal = {
  readonly code: RefusalCode
  /** One sentence for a person, with what to do. */
  readonly message: string
}

/** Whether reading ended in a refusal. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'code' in outcome && 'message' in outcome
}

/** Makes a refusal. */
export function refuse(code: RefusalCode, message: string): Refusal {
  return { code, message }
}
