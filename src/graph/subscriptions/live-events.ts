import type { GraphContext } from '../context.ts'

/**
 * What a client hears: for each committed document the rows that its filter lets through, found by one statement. The
 * stream ends when the client goes, even while it waits for the next document, which a bare async generator would not.
 */
export function eachOfDocument<Item>(
  { live }: GraphContext,
  find: (documentId: string) => Promise<readonly Item[]>,
): AsyncIterableIterator<Item> {
  const stop = new AbortController()
  const items = generate(live.documents(stop.signal), stop.signal, find)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => items.next(),
    return: () => {
      stop.abort()
      return items.return(undefined)
    },
  }
}

async function* generate<Item>(
  documents: AsyncIterable<{ readonly documentId: string }>,
  signal: AbortSignal,
  find: (documentId: string) => Promise<readonly Item[]>,
): AsyncGenerator<Item, undefined> {
  for await (const { documentId } of documents) {
    yield* await find(documentId)
    if (signal.aborted) return
  }
}
