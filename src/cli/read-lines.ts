/** A line without its end; null in place of one that is too long. */
export type Line = { readonly number: number; readonly text: string | null }

const lineFeed = 0x0a

/**
 * Cuts a stream of UTF-8 at its line feeds and nowhere else: the text of JSON lines may hold U+2028 and U+2029, which
 * Node's own reader takes for line ends. A byte order mark is dropped; a carriage return is white space to JSON.
 * @param mostBytes of a line that is kept in memory; the rest of a longer one is read past
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Line> {
  let number = 1
  let pieces: Uint8Array[] = []
  let length = 0
  const take = (piece: Uint8Array): void => {
    length += piece.length
    if (length <= mostBytes) pieces.push(piece)
    else pieces = []
  }
  const end = (): Line => {
    const line = { number, text: length > mostBytes ? null : decode(pieces) }
    number += 1
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    take(chunk.subarray(from))
  }
  if (length > 0) yield end()
}

function decode(pieces: readonly Uint8Array[]): string {
  return new TextDecoder().decode(Buffer.concat(pieces))
}
