/** Code units that the character at `at` takes: two for a surrogate pair, one for all else, lone surrogates too. */
export function pointSize(text: string, at: number): 1 | 2 {
  const high = text.charCodeAt(at)
  if (high < 0xd800 || high > 0xdbff) return 1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1
}
