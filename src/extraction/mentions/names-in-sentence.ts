/** Countries, bodies and places of a sentence by the token that they start at: what titles and names are read around. */
import type { Proposal } from './proposal.ts'

export type NamesInSentence = {
  readonly all: readonly Proposal[]
  /** The longest name that starts at a token. */
  startingAt(token: number): Proposal | undefined
  /** Whether a token lies inside one. */
  covers(token: number): boolean
}

/** Look-up over the proposals of one sentence. */
export function namesInSentence(proposals: readonly Proposal[]): NamesInSentence {
  const starting = new Map<number, Proposal>()
  const covered = new Set<number>()
  for (const proposal of proposals) {
    const known = starting.get(proposal.first)
    if (known === undefined || proposal.last > known.last) starting.set(proposal.first, proposal)
    for (let at = proposal.first; at < proposal.last; at++) covered.add(at)
  }
  return {
    all: proposals,
    startingAt: (token) => starting.get(token),
    covers: (token) => covered.has(token),
  }
}
