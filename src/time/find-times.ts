/** Runs all rules over a sentence and keeps, of matches that overlap, the longest. */
import type { TimeMatch } from './rule.ts'
import { timeRules } from './rules.ts'
import type { TimeText, WordKind } from './words.ts'

/** Words that only stand inside or around an expression of time. */
const NEVER_FIRST: ReadonlySet<WordKind> = new Set([
  ...(['PREPOSITION', 'OF', 'COUNTED_FROM', 'GENERAL_BEFORE', 'NAMED_FOR', 'APPROX', 'ORDINAL_SUFFIX'] as const),
  ...(['CLOCK', 'ZONE', 'HIJRI', 'GREGORIAN', 'NOT_TODAY_AFTER', 'NOT_TODAY_BEFORE'] as const),
  ...(['NOT_WEEKDAY_AFTER', 'NOT_WEEKDAY_BEFORE'] as const),
])

/** Matches in text order, none overlapping another. */
export function findTimes(text: TimeText): TimeMatch[] {
  const found: TimeMatch[] = []
  for (const [at, token] of text.tokens.entries()) {
    if (token.kind !== 'NUMBER' && !mayBegin(text, at)) continue
    for (const rule of timeRules) {
      const match = rule.find(text, at)
      if (match !== null) found.push(match)
    }
  }
  return withoutOverlaps(found)
}

/** Most tokens begin nothing; asking every rule about them would cost most of the time. */
function mayBegin(text: TimeText, at: number): boolean {
  return (text.words[at] ?? []).some((match) => match.values.some(({ kind }) => !NEVER_FIRST.has(kind)))
}

function withoutOverlaps(matches: readonly TimeMatch[]): TimeMatch[] {
  const kept: TimeMatch[] = []
  let run: TimeMatch[] = []
  let end = 0
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    if (match.start >= end && run.length > 0) {
      kept.push(...pick(run))
      run = []
    }
    run.push(match)
    end = Math.max(end, match.end)
  }
  kept.push(...pick(run))
  return kept.sort((a, b) => a.start - b.start)
}

/** Of a run of matches that touch each other, the longest ones that do not. */
function pick(run: readonly TimeMatch[]): TimeMatch[] {
  const kept: TimeMatch[] = []
  const taken = new Set<number>()
  for (const match of run.toSorted(byLength)) {
    const tokens = Array.from({ length: match.next - match.firstToken }, (_, i) => match.firstToken + i)
    if (tokens.some((token) => taken.has(token))) continue
    for (const token of tokens) taken.add(token)
    kept.push(match)
  }
  return kept
}

function byLength(a: TimeMatch, b: TimeMatch): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || (a.rule < b.rule ? -1 : 1)
}
