/** The beginning of a typed text that counts: nobody looks for more, and a query of more is only work. */
const longest = 500

/** A typed text as far as it counts, without U+0000, which no stored text holds. */
export function typed(text: string): string {
  return text.slice(0, longest).replaceAll('\0', ' ')
}
