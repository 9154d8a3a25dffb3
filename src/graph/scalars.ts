import { badInput } from '../store/read/bad-input.ts'
import { builder } from './builder.ts'

/** RFC 3339 with its offset, the fraction cut to what Postgres and Date both hold. */
const instantForm = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/
const dayForm = /^\d{4}-\d{2}-\d{2}$/
const milliseconds = { least: Date.UTC(1000, 0), most: Date.UTC(9999, 11, 31, 23, 59, 59, 999) } as const

builder.scalarType('DateTime', {
  description:
    'An instant. Out: RFC 3339 in UTC, e.g. "2025-03-03T18:39:16Z". In: RFC 3339 with an offset, or milliseconds since 1970 as a number (or as a string of digits), which dashboards send.',
  serialize: String,
  parseValue: parseInstant,
})

builder.scalarType('Date', {
  description:
    'A calendar day by ISO 8601, e.g. "2025-02-01", in the Gregorian calendar. It belongs to no time zone and is never moved by one.',
  serialize: String,
  parseValue: parseDay,
})

builder.scalarType('URL', {
  description: 'An absolute address with http or https, e.g. "https://example.org/a/1".',
  serialize: String,
  parseValue: parseUrl,
})

/**
 * Reads an instant.
 * @returns RFC 3339 in UTC
 * @throws BAD_USER_INPUT when it is none, or lies outside the years 1000 to 9999
 */
function parseInstant(given: unknown): string {
  const epoch = typeof given === 'number' || (typeof given === 'string' && /^-?\d{1,15}$/.test(given))
  const text = typeof given === 'string' && instantForm.test(given) && isDay(given.slice(0, 10)) ? given : null
  const time = epoch ? Number(given) : text === null ? Number.NaN : Date.parse(text.replace(' ', 'T').toUpperCase())
  if (!(time >= milliseconds.least && time <= milliseconds.most)) {
    throw badInput(`Not an instant: ${shown(given)}. Give RFC 3339 like "2025-03-03T18:39:16Z", or epoch milliseconds.`)
  }
  return new Date(time).toISOString().replace('.000Z', 'Z')
}

/**
 * Reads a day.
 * @throws BAD_USER_INPUT when there is no such day
 */
function parseDay(given: unknown): string {
  if (typeof given !== 'string' || !dayForm.test(given) || !isDay(given)) {
    throw badInput(`Not a day: ${shown(given)}. Give it like "2025-02-01".`)
  }
  return given
}

/**
 * Reads an address.
 * @throws BAD_USER_INPUT when it is not absolute, or neither http nor https
 */
function parseUrl(given: unknown): string {
  if (typeof given !== 'string' || !/^https?:\/\//i.test(given) || !URL.canParse(given)) {
    throw badInput(`Not an address: ${shown(given)}. Give it like "https://example.org/a/1".`)
  }
  return given
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function shown(given: unknown): string {
  return (JSON.stringify(given) ?? String(given)).slice(0, 60)
}
