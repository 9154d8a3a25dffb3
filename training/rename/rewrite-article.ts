/** Writes new names into an article: its tagged sentences, its events and its quotes, whose words stay exact. */

import { readTagged } from '../../src/evaluation/tagged-text.ts'
import type { Span } from '../../src/text/span.ts'
import { renamed } from './rename-article.ts'

/** An article of the training set, as it stands in its file. */
export type TrainingLine = {
  readonly id: string
  readonly style: string
  readonly language: string
  readonly publishedOn: string
  readonly source: string
  readonly headline: string
  readonly sentences: readonly string[]
  readonly events: readonly {
    readonly v: number
    readonly type: string
    readonly actors: readonly string[]
    readonly recipients: readonly string[]
    readonly themes: readonly string[]
    readonly date: string | null
    readonly place: string | null
    readonly status: string
    readonly attribution: readonly string[]
  }[]
  readonly quotes: readonly {
    readonly speaker: string
    readonly text: string
    readonly direct: boolean
    readonly attribution: readonly string[]
  }[]
}

type Names = ReadonlyMap<string, string>
type Edit = Span & { readonly text: string }

/** The article with invented names for its real persons; everything else is as it was. */
export function withInventedNames(article: TrainingLine): TrainingLine {
  const { id, headline, sentences } = article
  const tagged = [headline, ...sentences]
  const forms = new Set(
    tagged.flatMap((text) => readTagged(text).spans.flatMap(({ tag, words }) => (tag === 'P' ? [words] : []))),
  )
  const names = renamed(id, [...forms])
  const inText = (text: string) => inWords(text, names)
  const before = tagged.map((text) => readTagged(text).text).join('\n')
  const edits = editsOf(tagged, names)
  const [newHeadline = '', ...newSentences] = tagged.map((text) => inTagged(text, names))
  return {
    ...article,
    headline: newHeadline,
    sentences: newSentences,
    events: article.events.map((event) => ({
      ...event,
      actors: event.actors.map(inText),
      recipients: event.recipients.map(inText),
      themes: event.themes.map(inText),
      place: event.place,
      attribution: event.attribution.map(inText),
    })),
    quotes: article.quotes.map((quote) => ({
      ...quote,
      speaker: inText(quote.speaker),
      text: requoted(quote.text, before, edits),
      attribution: quote.attribution.map(inText),
    })),
  }
}

function inTagged(tagged: string, names: Names): string {
  return tagged.replace(/⟦P\|([^⟦⟧]+)⟧/gu, (whole, words: string) => {
    const name = names.get(words)
    return name === undefined ? whole : `⟦P|${name}⟧`
  })
}

/** Names in a plain string: the whole string, or a form that stands in it as words of its own, longest first. */
function inWords(text: string, names: Names): string {
  const whole = names.get(text)
  if (whole !== undefined) return whole
  const forms = [...names.keys()].sort((a, b) => b.length - a.length)
  if (forms.length === 0) return text
  const pattern = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}])(و?[بلكف]?)(${pattern})(?![\\p{L}\\p{M}])`, 'gu'),
    (_, clitics: string, form: string) => `${clitics}${names.get(form) ?? form}`,
  )
}

/** The changes, as spans into the untagged texts joined by line breaks. */
function editsOf(tagged: readonly string[], names: Names): Edit[] {
  const edits: Edit[] = []
  let offset = 0
  for (const { text, spans } of tagged.map(readTagged)) {
    for (const { tag, words, start, end } of spans) {
      const name = tag === 'P' ? names.get(words) : undefined
      if (name !== undefined) edits.push({ start: start + offset, end: end + offset, text: name })
    }
    offset += text.length + 1
  }
  return edits.sort((a, b) => a.start - b.start)
}

function requoted(quote: string, text: string, edits: readonly Edit[]): string {
  const start = text.indexOf(quote)
  if (start < 0) return quote
  const end = start + quote.length
  let at = start
  let out = ''
  for (const edit of edits) {
    if (edit.end <= start || edit.start >= end) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at, Math.max(at, end))
}
