import type { Refused, Tally } from '../ingest/tally.ts'
import { printable } from './feed-lines.ts'
import { call } from './help-examples.ts'

/** Refused ones that are named to people. */
const mostShown = 20

/** What came of a run, for people: tables by format and by note, and a line that says all of it. */
export function describeTally(tally: Tally, dryRun: boolean): string {
  const { stored, duplicates, refused, articles, formats, notes } = tally
  const byFormat = sorted(formats).map(([name, count]) => [name, String(count.documents), String(count.articles)])
  const byNote = sorted(notes).map(([code, count]) => [code, String(count)])
  return [
    ...(byFormat.length === 0 ? [] : table(['format', 'documents', 'articles'], byFormat)),
    ...(byNote.length === 0 ? [] : table(['note', 'times'], byNote)),
    dryRun
      ? `${stored} documents would be read (${articles} articles), ${refused} refused; nothing was stored.\n`
      : `${stored} documents read (${articles} articles), ${duplicates} known already, ${refused} refused.\n`,
  ].join('')
}

/** The refused ones, a line each with its reason; a long list is cut, and its rest counted by reason. */
export function describeRefusals({ refused, reasons, refusals }: Tally): string {
  const lines = inOrder(refusals).slice(0, mostShown).map(refusalLine)
  if (refused <= mostShown) return lines.join('')
  const counts = sorted(reasons).map(([code, count]) => `${code} ${count}`)
  const more = `… and ${refused - mostShown} more; by reason: ${counts.join(', ')}.\n`
  return `${lines.join('')}${more}\`${call} failed list\` names all whose bytes were kept.\n`
}

/** The same for programs, as a value of JSON. */
export function tallyAsJson(tally: Tally, stopped: boolean): Readonly<Record<string, unknown>> {
  const { stored, duplicates, refused, articles, formats, notes, reasons, refusals } = tally
  return {
    stored,
    duplicates,
    refused,
    articles,
    stopped,
    formats: sorted(formats).map(([mediaType, count]) => ({ mediaType, ...count })),
    notes: Object.fromEntries(sorted(notes)),
    reasons: Object.fromEntries(sorted(reasons)),
    refusals: inOrder(refusals).map(({ at, failure }) => ({ at, ...failure })),
  }
}

/** One refused input, for people. */
export function refusalLine({ at, failure: { stage, code, message } }: Refused): string {
  return `${printable(at)}: ${printable(message)} (${stage} ${code})\n`
}

/** Several are worked on at once; the report has one order all the same. */
function inOrder(refusals: readonly Refused[]): Refused[] {
  return refusals.toSorted((one, other) => compare(one.at, other.at))
}

function sorted<T>(counts: ReadonlyMap<string, T>): [string, T][] {
  return [...counts].sort(([one], [other]) => compare(one, other))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Columns wide enough for all; numbers, which are all but the first, to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [...[head, ...rows].map((cells) => `${line(cells)}\n`), '\n']
}
