import type { ArticleAnnotations, ArticleInput, FieldSpan } from '../extraction/annotations.ts'

/**
 * What the extractor found in one article, for people: one line a finding in text order, its words first. `reasons`
 * adds the rule, the confidence and the span behind each.
 */
export function explain(kind: string, input: ArticleInput, annotations: ArticleAnnotations, reasons: boolean): string {
  const { entities, mentions, roles, times, reports, quotes, notes } = annotations
  const words = (span: FieldSpan) =>
    (span.field === 'HEADLINE' ? input.headline : input.text).slice(span.start, span.end)
  const nameOf = (index: number | null) => (index === null ? '?' : (entities[index]?.name ?? '?'))
  const why = (span: FieldSpan, rule: string, confidence?: number) => {
    if (!reasons) return ''
    const sure = confidence === undefined ? '' : ` ${confidence.toFixed(2)}`
    return `   [${rule}${sure} ${span.field} ${span.start}–${span.end}]`
  }
  const lines = [
    `\n${kind} ${input.headline}`,
    `  ${input.language}, ${input.publishedOn ?? 'no date'}, ${input.source ?? 'no outlet'}`,
    ...notes.map((note) => `  note ${note.code}: ${note.message}`),
    ...entities.map((entity, index) => {
      const forms = [...new Set(mentions.filter((mention) => mention.entity === index).map(words))]
      return `  ${entity.kind.toLowerCase()} ${entity.name}${entity.lexiconKey === null ? '' : ` (${entity.lexiconKey})`}: ${forms.join(' · ')}`
    }),
    ...(reasons
      ? mentions.map((m) => `  mention ${words(m)} → ${nameOf(m.entity)}, ${m.form}${why(m, m.rule, m.confidence)}`)
      : []),
    ...roles.map(
      (role) => `  role ${nameOf(role.person)}: ${role.title}${role.former ? ' (former)' : ''}${why(role, role.rule)}`,
    ),
    ...times.map((time) => `  time ${time.text} → ${time.date?.edtf ?? 'unresolved'}${why(time, time.rule)}`),
    ...reports.map((report) => {
      const who = report.participants.map(({ role, entity }) => `${role.toLowerCase()} ${nameOf(entity)}`).join(', ')
      const when = report.date === null ? '' : ` on ${report.date.edtf}`
      return `  ${report.status.toLowerCase()} ${report.type}${when}: ${who || 'nobody named'}\n    “${words(report)}”${why(report, report.rule, report.confidence)}`
    }),
    ...quotes.map(
      (quote) =>
        `  ${quote.direct ? 'quote' : 'reported'} ${quote.speakerText}: “${words(quote)}”${why(quote, quote.rule)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
