import type { ArticleScore, Evaluation } from '../evaluation/evaluate.ts'
import type { RuleHits } from '../evaluation/rule-hits.ts'
import { type Kind, kinds } from '../evaluation/score.ts'

/** Figures by language and kind, for people: what there is, what was found, precision, recall, F1. */
export function scoreTable({ scores }: Evaluation): string {
  const header = line(['', 'kind', 'there', 'found', 'P', 'R', 'F1'])
  const rows = Object.entries(scores).flatMap(([language, of]) =>
    kinds.map((kind, index) => {
      const { hits, missed, extra, precision, recall, f1 } = of[kind]
      const numbers = [hits + missed, hits + extra, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)]
      return line([index === 0 ? language : '', kind, ...numbers])
    }),
  )
  return [header, ...rows].join('')
}

/** Rules and word lists with what they found, and how much of it the annotator has, too. */
export function ruleTable(rules: readonly RuleHits[]): string {
  const rows = rules.map(
    ({ name, found, right }) => `${name.padEnd(40)}${cell(found)}${cell((right / found).toFixed(3))}\n`,
  )
  return `${'rule or word list'.padEnd(40)}${cell('found')}${cell('right')}\n${rows.join('')}`
}

/** The worst articles, each with how many faults of which kind. */
export function worstTable(articles: readonly ArticleScore[]): string {
  return articles
    .map(({ id, faults, outcomes, crashed }) => {
      const kindsOf = outcomes
        .filter(({ missed, extra }) => missed + extra > 0)
        .map(({ kind, missed, extra }) => `${kind} −${missed} +${extra}`)
      return `${id}: ${crashed === null ? `${faults} faults` : `crashed (${crashed})`}; ${kindsOf.join(', ')}\n`
    })
    .join('')
}

/** Every fault of one kind, a line each. */
export function faultLines(articles: readonly ArticleScore[], kind: Kind): string {
  return articles
    .flatMap(({ id, outcomes }) =>
      outcomes.filter((one) => one.kind === kind).flatMap(({ faults }) => faults.map((fault) => `${id} ${fault}\n`)),
    )
    .join('')
}

function line([language = '', kind = '', ...numbers]: readonly (string | number)[]): string {
  return `${String(language).padEnd(5)}${String(kind).padEnd(17)}${numbers.map(cell).join('')}\n`
}

function cell(value: string | number): string {
  return String(value).padStart(8)
}
