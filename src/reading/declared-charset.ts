/**
 * The charsets that a document is said to be in, most trusted first: by the header that it was sent with, by itself in
 * `<meta charset>`, `<meta http-equiv>` or its XML declaration. Both are often wrong, so they are only tried.
 */

const IN_HEADER = /charset\s*=\s*["']?([a-z\d_:.-]{2,40})/i
const IN_MARKUP =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z\d_:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-z\d_:.-]{2,40})/i
const HEAD = 4096

/** Names of charsets that can be decoded, each once. */
export function declaredCharsets(bytes: Uint8Array, mediaType: string | null): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const inside = IN_MARKUP.exec(head)
  const names = [IN_HEADER.exec(mediaType ?? '')?.[1], inside?.[1] ?? inside?.[2]]
  const charsets = names.map((name) => (name === undefined ? null : knownCharset(name))).filter((name) => name !== null)
  return [...new Set(charsets)]
}

/** The name that decoders know it by; null for one that none does. */
function knownCharset(name: string): string | null {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}
