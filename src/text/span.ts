/** A stretch of a string: UTF-16 code units, end exclusive, so that `text.slice(start, end)` is its words. */
export type Span = { readonly start: number; readonly end: number }
