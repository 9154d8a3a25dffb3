/**
 * What of an article's address names the article: by it, revisions of an article are known as one. Scheme, device hosts,
 * tracking parameters, fragments, AMP and caches' own addresses, and words beside an article's number go. A wrong merge
 * buries an article under another, so that what may name a date, a list or a section is no number of an article, and an
 * address that names no article at all (a front page, a section) is none.
 */
import { isAddressWord } from '../lexicon/address-words.ts'

const LONGEST_ADDRESS = 4_000

/** Addresses of other people's copies hold the address of the original: Google's AMP viewer and cache, the Wayback Machine. */
const WRAPPERS: readonly { readonly host: RegExp; readonly inner: RegExp }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, inner: /^\/amp\/s\/(.+)$/ },
  { host: /\.cdn\.ampproject\.org$/, inner: /^\/[a-z]+\/s\/(.+)$/ },
  { host: /^web\.archive\.org$/, inner: /^\/web\/\d+[a-z_]*\/https?:\/\/?(.+)$/ },
]

/** Fewer digits may be anything: a year, a section, a count of the dead. */
const FEWEST_DIGITS = 6
/** Behind words, where a headline may end in a number. */
const FEWEST_DIGITS_BEHIND = 7
/** So many words are no section's name. */
const HEADLINE_WORDS = 4
const FEW_WORDS = 3

/**
 * An article's address in the one form that all its addresses have: host, path and parameters without a scheme, encoded
 * letters written out in NFC. Null for what is no web address, or names no article.
 */
export function canonicalAddress(address: string): string | null {
  const url = addressInside(address)
  if (url === null) return null
  const segments = segmentsOf(url.pathname)
  const parameters = parametersOf(url.search)
  if (!namesArticle(segments, parameters)) return null
  const port = ['', '80', '443'].includes(url.port) ? '' : `:${url.port}`
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  return `${hostOf(url)}${port}/${withoutSlug(segments).join('/')}${query}`
}

/** Whether digits stand for a day or an instant: 2025, 202501, 20250103, 03012025, 250103, 202501031230, Unix time. */
export function isTime(digits: string): boolean {
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])?$/.test(digits)) return true
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,9}$/.test(digits)) return true
  if (/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(digits)) return true
  if (/^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)) return true
  if (/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d$/.test(digits)) return true
  return /^1[3-9]\d{8}(?:\d{3})?$/.test(digits)
}

function addressInside(address: string): URL | null {
  let url = address.length > LONGEST_ADDRESS ? null : webAddress(address)
  for (let depth = 0; url !== null && depth < 2; depth += 1) {
    const { hostname, pathname, search } = url
    const wrapper = WRAPPERS.find(({ host, inner }) => host.test(hostname) && inner.test(pathname))
    if (wrapper === undefined) return url
    url = webAddress(`https://${wrapper.inner.exec(pathname)?.[1] ?? ''}${search}`)
  }
  return url
}

function webAddress(address: string): URL | null {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) ? url : null
}

function hostOf({ hostname }: URL): string {
  const labels = hostname.replace(/\.$/, '').split('.')
  while (labels.length > 2 && isAddressWord('EDITION', labels[0] ?? '')) labels.shift()
  return labels.join('.')
}

/** The parts of a path, without those that ask for a rendering, and the last without what its file's name ends in. */
function segmentsOf(path: string): readonly string[] {
  const parts = path.split('/').map((part) => written(part.replace(/;jsessionid=.*$/i, '')))
  return withoutFile(parts.filter((part) => part !== '' && !isAddressWord('RENDERING', part)))
}

/** What is left may end in such a file, too: in one canonical form nothing more can go. */
function withoutFile(segments: readonly string[]): readonly string[] {
  const last = segments.at(-1)
  if (last === undefined) return []
  const before = segments.slice(0, -1)
  if (isAddressWord('FRONT', last) || isAddressWord('RENDERING', last)) return withoutFile(before)
  const name = withoutEnding(last)
  return name === last ? segments : withoutFile([...before, name])
}

function withoutEnding(file: string): string {
  const dot = file.lastIndexOf('.')
  return dot > 0 && isAddressWord('ENDING', file.slice(dot + 1)) ? withoutEnding(file.slice(0, dot)) : file
}

function parametersOf(search: string): string[] {
  const parameters = search
    .slice(1)
    .split('&')
    .map((parameter) => written(parameter.replaceAll('+', '%20')))
    .filter((parameter) => parameter !== '' && !isAddressWord('AIMLESS', nameOf(parameter)))
  return [...new Set(parameters)].sort()
}

function nameOf(parameter: string): string {
  return parameter.split('=')[0] ?? ''
}

/** Encoded letters written out; what is no UTF-8, or has a meaning in an address, stays encoded. */
function written(part: string): string {
  const decoded = part.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run).replaceAll(/[^\p{L}\p{M}\p{N}._~-]/gu, encodeURIComponent)
    } catch {
      return run.toUpperCase()
    }
  })
  return decoded.normalize('NFC')
}

function namesArticle(segments: readonly string[], parameters: readonly string[]): boolean {
  const [last = '', before = ''] = segments.toReversed()
  const stem = last.replace(/\.[a-z]+$/i, '')
  if (isAddressWord('LIST', stem) || isAddressWord('LIST', before)) return false
  if (parameters.some((parameter) => isAddressWord('ID', nameOf(parameter)) && /=.*\d/.test(parameter))) return true
  return segments.some((segment) => isTelling(segment)) || isTellingLast(stem, segments.slice(0, -1))
}

/** A number of an article, or an id of letters and digits. */
function isTelling(segment: string): boolean {
  const numbers = segment.match(/(?<![\p{L}\d])\d{5,}(?![\p{L}\d])/gu) ?? []
  return numbers.some((number) => !isTime(number)) || segment.split(/[-.]/).some(isMixedId)
}

/** `c0l1abcd2e3o`, and not `ramadan2025`. */
function isMixedId(token: string): boolean {
  if (!/^[a-z\d]{8,}$/i.test(token)) return false
  const digits = token.replace(/(?:19|20)\d\d$/, '').replaceAll(/\D/g, '')
  return digits.length >= 2 && /[a-z]/i.test(token)
}

/** At the end of a path a headline's words name an article, behind a date fewer of them, or a shorter number. */
function isTellingLast(last: string, before: readonly string[]): boolean {
  if (/^\d{3,}$/.test(last)) return !isTime(last)
  const path = before.join('/')
  const words = wordsIn(last)
  if (words >= HEADLINE_WORDS) return true
  const day = /^(?:\d{8}|\d{4}-\d\d-\d\d)(?=-)/.exec(last)?.[0].replaceAll('-', '')
  if (day !== undefined && isTime(day)) return words >= 2
  if (/(?:^|\/)(?:19|20)\d\d\/\d{1,2}\/\d{1,2}$/.test(path)) return words > 0
  if (/^\d{8}$/.test(before.at(-1) ?? '') && isTime(before.at(-1) ?? '')) return words > 0
  return words >= 2 && /(?:^|\/)(?:19|20)\d\d\/\d{1,2}$/.test(path)
}

/**
 * An article's number names it, whatever words stand beside it, on one side or on both: `1045971-headline`,
 * `1045971/headline`, `headline-1045971`, `headline/1045971-headline`.
 */
function withoutSlug(segments: readonly string[]): readonly string[] {
  const shorter = withoutOneSlug(segments)
  return shorter === segments ? segments : withoutSlug(shorter)
}

function withoutOneSlug(segments: readonly string[]): readonly string[] {
  const [last = '', before = '', list = ''] = segments.toReversed()
  const head = segments.slice(0, -2)
  const leading = /^(\d+)[-_](.*)$/u.exec(last)
  if (leading !== null && isNumber(leading[1], FEWEST_DIGITS) && wordsIn(leading[2] ?? '') > 0) {
    return [...segments.slice(0, -1), leading[1] ?? '']
  }
  if (isNumber(before, FEWEST_DIGITS) && wordsIn(last) >= FEW_WORDS && !isAddressWord('LIST', list)) {
    return [...head, before]
  }
  const trailing = /^(.*)[-_](\d+)$/u.exec(last)
  if (trailing !== null && isNumber(trailing[2], FEWEST_DIGITS_BEHIND) && wordsIn(trailing[1] ?? '') >= FEW_WORDS) {
    return [...segments.slice(0, -1), `-${trailing[2]}`]
  }
  const number = /^(?:[a-z]-)?(\d+)$/i.exec(last)?.[1]
  if (isNumber(number, FEWEST_DIGITS_BEHIND) && wordsIn(before) >= HEADLINE_WORDS) return [...head, '-', last]
  return segments
}

/** A number that a service gives to one article: neither a time nor a round number, which headlines are full of. */
function isNumber(digits: string | undefined, fewest: number): boolean {
  return (
    digits !== undefined &&
    /^\d{1,20}$/.test(digits) &&
    digits.length >= fewest &&
    !isTime(digits) &&
    !digits.endsWith('000')
  )
}

/** Characters that stay encoded are none of a word's. */
function wordsIn(segment: string): number {
  const plain = segment.replaceAll(/%[\da-f]{2}/gi, ' ')
  return plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}/u.test(word)).length
}
