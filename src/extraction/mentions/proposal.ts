/**
 * What a rule proposes: words that may name something. Rules know nothing of each other; `selectProposals` decides
 * between proposals that overlap: the longest, then the most specific, then the surest; order never decides.
 */
import type { EntityKind, MentionForm } from '../annotations.ts'
import type { AnalyzedSentence } from '../article-text.ts'

/** Words of one sentence that may be a mention. */
export type Proposal = {
  /** Index of the sentence. */
  readonly sentence: number
  /** Tokens: first, and one past the last. */
  readonly first: number
  readonly last: number
  /** In the field; clitics are left out, so that it may start inside the first token. */
  readonly start: number
  readonly end: number
  readonly kind: EntityKind
  readonly form: MentionForm
  readonly lexiconKey: string | null
  /** Alpha-2: the country itself, or that of a place or body. */
  readonly countryCode: string | null
  readonly confidence: number
  readonly rule: string
  /** Decides between proposals of one length: how much the rule knows of these words. */
  readonly specificity: number
}

/** Specificity of proposals: what knows the words and their surroundings before what knows the words, before shapes. */
export const SPECIFICITY = { context: 4, lexicon: 3, pattern: 2, shape: 1 } as const

/**
 * Proposals that stand, in text order. Two may share their words only when they are of one rule (الكوريتين is two), or
 * when one is the national adjective inside a body's name.
 */
export function selectProposals(proposals: readonly Proposal[]): Proposal[] {
  const bySentence = new Map<number, Proposal[]>()
  for (const proposal of proposals) {
    const list = bySentence.get(proposal.sentence)
    if (list === undefined) bySentence.set(proposal.sentence, [proposal])
    else list.push(proposal)
  }
  const kept: Proposal[] = []
  for (const list of bySentence.values()) {
    const taken: Proposal[] = []
    for (const proposal of list.sort(byWorth)) {
      if (
        taken.every((other) => !overlaps(proposal, other) || isTwin(proposal, other) || isAdjectiveOf(proposal, other))
      )
        taken.push(proposal)
    }
    kept.push(...taken)
  }
  return kept.sort((a, b) => a.sentence - b.sentence || a.start - b.start || compare(a.lexiconKey, b.lexiconKey))
}

/** A proposal over tokens `first` to `last` (exclusive); it starts at `start` where a proclitic is left out. */
export function propose(
  sentence: AnalyzedSentence,
  first: number,
  last: number,
  facts: Omit<Proposal, 'sentence' | 'first' | 'last' | 'start' | 'end'>,
  start = sentence.tokens[first]?.start ?? sentence.start,
  end = sentence.tokens[last - 1]?.end ?? sentence.end,
): Proposal {
  return { sentence: sentence.index, first, last, start, end, ...facts }
}

function byWorth(a: Proposal, b: Proposal): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    b.specificity - a.specificity ||
    b.confidence - a.confidence ||
    a.start - b.start ||
    compare(a.kind, b.kind) ||
    compare(a.lexiconKey, b.lexiconKey) ||
    compare(a.rule, b.rule)
  )
}

function overlaps(a: Proposal, b: Proposal): boolean {
  return a.start < b.end && b.start < a.end
}

function isTwin(a: Proposal, b: Proposal): boolean {
  return (
    a.rule === b.rule && a.kind === b.kind && a.start === b.start && a.end === b.end && a.lexiconKey !== b.lexiconKey
  )
}

/** «التركية» inside «وزارة الخارجية التركية» is Turkey's adjective, too; other names inside a name give nothing. */
function isAdjectiveOf(inner: Proposal, outer: Proposal): boolean {
  const isInside = inner.start >= outer.start && inner.end <= outer.end
  return outer.kind === 'ORGANIZATION' && inner.kind === 'COUNTRY' && inner.form === 'DEMONYM' && isInside
}

function compare(a: string | null, b: string | null): number {
  const [x, y] = [a ?? '', b ?? '']
  return x < y ? -1 : x > y ? 1 : 0
}
