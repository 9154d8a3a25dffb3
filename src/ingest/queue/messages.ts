/** What the process that leads the work and its workers say to each other. */

/** To a worker: once, where to work; then documents, by the hashes of their bytes. */
export type Order = { readonly url: string; readonly deadline: number } | { readonly take: readonly string[] }

/** From a worker. Between BEGAN and UNDERSTOOD it is at one document and at nothing else. */
export type Report =
  | { readonly said: 'READY' }
  | { readonly said: 'BEGAN'; readonly sha256: string }
  | { readonly said: 'UNDERSTOOD' }
  | { readonly said: 'DONE'; readonly hashes: readonly string[] }
  | { readonly said: 'UNAVAILABLE' }
  | { readonly said: 'FAULT'; readonly message: string }

/** The signal by which a worker ends itself when a document takes it too long; nobody else sends this one. */
export const tooSlowSignal = 'SIGALRM'
