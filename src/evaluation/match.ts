/** One-to-one pairing of what was expected with what was found. */

/** The index of the found thing that each expected one got; things that go with nothing are left out. */
export type Pairs = ReadonlyMap<number, number>

/**
 * Pairs the best first; of equally good ones the earlier. `score` is how well two go together, 0 for not at all.
 */
export function pair<E, F>(expected: readonly E[], found: readonly F[], score: (e: E, f: F) => number): Pairs {
  const options = expected.flatMap((e, i) => found.map((f, j) => ({ i, j, score: score(e, f) })))
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const option of options.filter((one) => one.score > 0).sort((a, b) => b.score - a.score)) {
    if (pairs.has(option.i) || taken.has(option.j)) continue
    pairs.set(option.i, option.j)
    taken.add(option.j)
  }
  return pairs
}
