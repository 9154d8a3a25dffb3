import { badInput } from './bad-input.ts'
import type { Arguments } from './reading.ts'

const pageSize = { default: 20, largest: 100 } as const

/** Which page of a list is asked for, whichever of the arguments the field has. */
export type PageArguments = {
  readonly size: number
  /** From the end: `last`. */
  readonly backward: boolean
  readonly after: string | null
  readonly before: string | null
}

/** @throws BAD_USER_INPUT when `first` comes with `last`, or a size is not 1 to 100 */
export function pageArguments(args: Arguments): PageArguments {
  const first = args['first'] ?? null
  const last = args['last'] ?? null
  if (first !== null && last !== null) throw badInput('Give `first` or `last`, not both.')
  const size = sizeOf(last === null ? 'first' : 'last', last ?? first)
  return { size, backward: last !== null, after: cursorOf(args['after']), before: cursorOf(args['before']) }
}

/**
 * The size that a list without pages is cut to.
 * @throws BAD_USER_INPUT when it is not 1 to 100
 */
export function sizeOf(name: string, size: unknown): number {
  if (size === null || size === undefined) return pageSize.default
  if (typeof size !== 'number' || size < 1 || size > pageSize.largest) {
    throw badInput(`\`${name}\` must be 1 to ${pageSize.largest}.`)
  }
  return size
}

function cursorOf(cursor: unknown): string | null {
  return typeof cursor === 'string' ? cursor : null
}
