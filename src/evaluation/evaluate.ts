/** The extractor against annotated articles: figures by kind and language, the hits of its rules, the worst articles. */
import { annotate } from '../extraction/annotate.ts'
import type { ArticleAnnotations } from '../extraction/annotations.ts'
import { countRules, type RuleHits, sortedRules } from './rule-hits.ts'
import { type Counts, type Figures, figures, type Kind, kinds, nothing, type Outcome, sum } from './score.ts'
import { scoreEvents } from './score-events.ts'
import { scoreMentions, scoreRoles } from './score-mentions.ts'
import { scoreQuotes } from './score-quotes.ts'
import { scoreTimes } from './score-times.ts'
import { type GoldArticle, goldArticle, type TrainingArticle } from './training-article.ts'

/** Figures of one language; `all` holds every language. */
export type Scores = Readonly<Record<Kind, Figures>>

/** One article's outcome. `crashed` is the error that ended its extraction: then everything in it counts as missed. */
export type ArticleScore = {
  readonly id: string
  readonly faults: number
  readonly outcomes: readonly Outcome[]
  readonly crashed: string | null
}

export type Evaluation = {
  readonly articles: readonly ArticleScore[]
  /** By language, `all` first. */
  readonly scores: Readonly<Record<string, Scores>>
  readonly rules: readonly RuleHits[]
}

const noAnnotations: ArticleAnnotations = {
  sentences: [],
  entities: [],
  mentions: [],
  roles: [],
  times: [],
  reports: [],
  quotes: [],
  notes: [],
}

/** Scores extraction on annotated articles. `extract` stands for the extractor, to measure another. */
export function evaluate(articles: readonly TrainingArticle[], extract: typeof annotate = annotate): Evaluation {
  const rules = new Map<string, { found: number; right: number }>()
  const counts = new Map<string, Map<Kind, Counts>>([['all', new Map()]])
  const scored = articles.map((article) => {
    const gold = goldArticle(article)
    const { found, crashed } = extracted(gold, extract)
    countRules(rules, gold, found)
    const outcomes = outcomesOf(gold, found)
    for (const group of ['all', article.language]) {
      const so = counts.get(group) ?? new Map<Kind, Counts>()
      counts.set(group, so)
      for (const outcome of outcomes) so.set(outcome.kind, sum(so.get(outcome.kind) ?? nothing, outcome))
    }
    return { id: article.id, faults: faultsOf(outcomes), outcomes, crashed }
  })
  return {
    articles: scored,
    scores: Object.fromEntries([...counts].map(([group, so]) => [group, scoresOf(so)])),
    rules: sortedRules(rules),
  }
}

/** The articles with the most faults, crashed ones first. */
export function worst(articles: readonly ArticleScore[], most: number): ArticleScore[] {
  return [...articles]
    .sort(
      (a, b) =>
        Number(b.crashed !== null) - Number(a.crashed !== null) || b.faults - a.faults || (a.id < b.id ? -1 : 1),
    )
    .slice(0, most)
}

function extracted(gold: GoldArticle, extract: typeof annotate): { found: ArticleAnnotations; crashed: string | null } {
  try {
    return { found: extract(gold.input), crashed: null }
  } catch (error) {
    return { found: noAnnotations, crashed: String(error) }
  }
}

function outcomesOf(gold: GoldArticle, found: ArticleAnnotations): Outcome[] {
  return [
    ...scoreMentions(gold, found),
    scoreRoles(gold, found),
    ...scoreTimes(gold, found),
    ...scoreEvents(gold, found),
    ...scoreQuotes(gold, found),
  ]
}

/** Kinds that look at the same findings again are not counted twice. */
function faultsOf(outcomes: readonly Outcome[]): number {
  const again: ReadonlySet<Kind> = new Set([
    'countryNames',
    'countryDemonyms',
    'countryMetonyms',
    'timeSpans',
    'eventsFull',
    'directQuotes',
    'reportedSpeech',
  ])
  return outcomes.filter(({ kind }) => !again.has(kind)).reduce((all, { missed, extra }) => all + missed + extra, 0)
}

function scoresOf(counts: ReadonlyMap<Kind, Counts>): Scores {
  const of = (kind: Kind) => figures(counts.get(kind) ?? nothing)
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Scores
}
