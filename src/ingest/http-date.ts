/**
 * The instant of an HTTP header (Date, Last-Modified, Retry-After), in milliseconds; null when it holds none. The form
 * is RFC 9110's IMF-fixdate; of the two obsolete ones no server in use writes any.
 */
export function readHttpDate(header: string | undefined): number | null {
  if (header === undefined || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header))
    return null
  const instant = Date.parse(header)
  return Number.isNaN(instant) ? null : instant
}

/** Longest that a server is believed to want to be left alone, in seconds: a day. */
const longestWait = 86_400

/** Seconds of a Retry-After header, which holds them or a date; null when it holds neither. At most a day. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const instant = readHttpDate(header)
  const seconds = instant !== null ? (instant - now) / 1_000 : /^\d{1,9}$/.test(header ?? '') ? Number(header) : null
  return seconds === null ? null : Math.min(Math.max(Math.ceil(seconds), 0), longestWait)
}
