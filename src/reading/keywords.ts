/** Tags as a page prints them: parted by commas, bars or #, or one alone. */

const SEPARATOR = /\s*[،,|#؛;•·\n]\s*|\s+[-–—/]\s+/u
const HASHTAG_JOINT = /_/g
const MOST_KEYWORDS = 100

/** The tags of a line, as written but for the # and the joints of hashtags; each once. */
export function splitKeywords(text: string): string[] {
  const words = text
    .split(SEPARATOR)
    .map((word) => word.replace(HASHTAG_JOINT, ' ').trim())
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, MOST_KEYWORDS)
}
