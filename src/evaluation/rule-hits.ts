/** What each rule found, and how much of it was right: an unused or a wrong rule shows here. */
import type { ArticleAnnotations, FieldSpan } from '../extraction/annotations.ts'
import type { GoldArticle } from './training-article.ts'

/** The findings of one rule, or of one word list. `right` counts those whose span the annotator has, too. */
export type RuleHits = { readonly name: string; readonly found: number; readonly right: number }

type Finding = FieldSpan & { readonly rule: string }

const tagsOf: Readonly<Record<string, string>> = { PERSON: 'P', COUNTRY: 'C', ORGANIZATION: 'O', PLACE: 'L' }
const listOf: Readonly<Record<string, string>> = {
  PERSON: 'persons',
  COUNTRY: 'countries',
  ORGANIZATION: 'organizations',
  PLACE: 'places',
}

/** Adds an article's findings to the counts so far; the name is `mentions rule` or `lexicon list`. */
export function countRules(
  counts: Map<string, { found: number; right: number }>,
  gold: GoldArticle,
  found: ArticleAnnotations,
): void {
  const has = ({ field, start, end }: FieldSpan, tag: string) =>
    gold.spans.some((span) => span.tag === tag && span.field === field && span.start === start && span.end === end)
  const count = (name: string, right: boolean) => {
    const so = counts.get(name) ?? { found: 0, right: 0 }
    counts.set(name, { found: so.found + 1, right: so.right + (right ? 1 : 0) })
  }
  for (const mention of found.mentions) {
    const entity = found.entities[mention.entity]
    if (entity === undefined) continue
    const right = has(mention, mention.form === 'ROLE' ? 'R' : (tagsOf[entity.kind] ?? ''))
    count(`mentions ${mention.rule}`, right)
    count(`lexicon ${listOf[entity.kind]}${entity.lexiconKey === null ? ', not listed' : ''}`, right)
  }
  const each = (kind: string, findings: readonly Finding[], isRight: (finding: Finding) => boolean) => {
    for (const finding of findings) count(`${kind} ${finding.rule}`, isRight(finding))
  }
  each('roles', found.roles, (role) => has(role, 'R'))
  each('times', found.times, (time) => has(time, 'T'))
  for (const report of found.reports) {
    const events = gold.spans.filter(
      ({ tag, field, start, end }) =>
        tag === 'V' && field === report.field && start < report.trigger.end && end > report.trigger.start,
    )
    const right = events.some((span) =>
      gold.events.some(({ v, type }) => String(v) === span.value && type === report.type),
    )
    count(`reports ${report.rule}`, right)
  }
  each('quotes', found.quotes, (quote) => {
    const words = (quote.field === 'HEADLINE' ? gold.input.headline : gold.input.text).slice(quote.start, quote.end)
    return gold.quotes.some(({ text }) => words.includes(text) || text.includes(words))
  })
}

/** The counts, the most frequent first. */
export function sortedRules(counts: ReadonlyMap<string, { found: number; right: number }>): RuleHits[] {
  return [...counts]
    .map(([name, { found, right }]) => ({ name, found, right }))
    .sort((a, b) => b.found - a.found || (a.name < b.name ? -1 : 1))
}
