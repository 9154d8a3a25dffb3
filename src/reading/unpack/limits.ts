/**
 * How much a package may make of itself. Everything streams, so none of these guards memory; they guard time and disk
 * against archives that are made to grow.
 */

/** Bounds of one package, whatever is nested in it. */
export type UnpackLimits = {
  /** Unpacked bytes for each byte of the package that was read: 5 to 10 of news, 170 of one article repeated, 1000 of a bomb. */
  readonly ratio: number
  /** Bytes that may be unpacked before the ratio counts, since a short page of a few repeated lines is no bomb. */
  readonly ratioFrom: number
  /** Bytes unpacked in all, over all layers. */
  readonly totalBytes: number
  /** Bytes of one member, unpacked. */
  readonly memberBytes: number
  /** Members of all archives in the package, with those that are passed over. */
  readonly members: number
  /** Containers in one another: the zip in a tar.gz is the third. */
  readonly depth: number
  /** Letters of a member's path or address. */
  readonly nameLength: number
}

const GIB = 1024 ** 3

/** Bounds that no honest package of news meets: a dump of 60 GB passes, a page inside five archives doesn't. */
export const defaultLimits: UnpackLimits = {
  ratio: 250,
  ratioFrom: 1024 ** 2,
  totalBytes: 64 * GIB,
  memberBytes: 64 * GIB,
  members: 1_000_000,
  depth: 4,
  nameLength: 4096,
}
