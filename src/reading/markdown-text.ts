/**
 * The reader for pages that a crawler wrote down as Markdown. Its marks are taken off, every letter keeping its place;
 * lines that are nothing but a link are other stories or ways through the site; the rest is read as any crawled text.
 */
import { readCrawledLines } from './crawled-text.ts'
import { isHeadlineLike } from './line-shape.ts'
import { type Line, splitLines } from './lines.ts'
import type { LocatedText } from './located-text.ts'
import type { Page, RawDocument, Reader } from './page.ts'
import { PageDraft } from './page-draft.ts'

const HEAD = 8000
const NAMED = /(?:\.md|\.markdown)$|markdown/i
const SIGNS = /^ {0,3}#{1,6} +\S|!?\[[^\]\n]{0,200}\]\((?:https?:\/\/|\/)[^)\s]{0,500}\)|^\*\*\S/gmu
const FEWEST_SIGNS = 3
/** What is taken off: what is left of it is its first group, or its second. */
const MARKS = [
  /!\[[^[\]\n]{0,400}\]\([^()\n]{0,2000}\)/gu,
  /(?<!!)\[([^[\]\n]{0,400})\]\([^()\n]{0,2000}\)/gu,
  /^ {0,3}(?:#{1,6} +|> ?)/gmu,
  /^ {0,3}(?:(?:[-*_] *){3,}|=+)$/gmu,
  /\*\*(?=\S)|(?<=\S)\*\*|__(?=\S)|(?<=\S)__/gu,
  /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,300})\*(?![\p{L}\p{N}*])/gu,
  /\\(?=[\\`*_{}[\]()#+.!|>-])/gu,
] as const
const TITLE = /^ {0,3}# +\S/
const LINK_LINE = /^\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?\[[^\]\n]{1,400}\]\(([^)\s]{1,2000})[^)\n]{0,200}\)\s*$/u
const FEWEST_HEADLINE_WORDS = 4

/** Reads Markdown. */
export const markdownText: Reader = {
  name: 'markdown-text',
  sniff: (text, raw) => {
    if (NAMED.test(raw.filename ?? '') || NAMED.test(raw.mediaType ?? '')) return 0.3
    return (text.slice(0, HEAD).match(SIGNS)?.length ?? 0) >= FEWEST_SIGNS ? 0.3 : 0
  },
  read: readMarkdown,
}

function readMarkdown(text: string, raw: RawDocument): Page {
  const plain = withoutMarks(text)
  const draft = new PageDraft(plain.text)
  const lines = splitLines(plain.text)
  const sourceLine = (line: Line): string => {
    const start = text.lastIndexOf('\n', (plain.offsets[line.start] ?? 0) - 1) + 1
    const end = text.indexOf('\n', start)
    return text.slice(start, end < 0 ? text.length : end)
  }
  const titled = lines.findIndex((line) => TITLE.test(sourceLine(line)))
  const story: Line[] = []
  for (const [index, line] of lines.entries()) {
    const href = LINK_LINE.exec(sourceLine(line))?.[1]
    if (href !== undefined) claimLink(draft, line, URL.parse(href, raw.url ?? undefined)?.href ?? null)
    else if (index < titled) draft.claim(line, 'NAVIGATION')
    else story.push(line)
  }
  readCrawledLines(draft, story, raw)
  return placed(draft.finish('text/markdown', raw.url, 'NAVIGATION'), text, plain.offsets)
}

function claimLink(draft: PageDraft, line: Line, url: string | null): void {
  if (line.words < FEWEST_HEADLINE_WORDS || !isHeadlineLike(line)) {
    draft.claim(line, 'NAVIGATION')
    return
  }
  const article = draft.open('HEADLINE', line.text.replace(/^[-*+•]\s+/u, ''), line.start)
  article.url = url
  draft.claim(line, 'HEADLINE', article)
}

/** The text without marks; each pass works on what the one before has left. */
function withoutMarks(text: string): LocatedText {
  let plain = text
  let offsets: ArrayLike<number> = Uint32Array.from({ length: text.length + 1 }, (_, at) => at)
  for (const mark of MARKS) {
    const kept: number[] = []
    let result = ''
    let done = 0
    const keep = (start: number, end: number): void => {
      for (let at = start; at < end; at++) kept.push(offsets[at] ?? 0)
      result += plain.slice(start, end)
    }
    for (const match of plain.matchAll(mark)) {
      keep(done, match.index)
      const inner = match[1] ?? ''
      const start = inner === '' ? match.index : plain.indexOf(inner, match.index)
      keep(start, start + inner.length)
      done = match.index + match[0].length
    }
    keep(done, plain.length)
    kept.push(text.length)
    plain = result
    offsets = kept
  }
  return { text: plain, offsets }
}

/** The page with its spans in the source; what was taken off belongs to what stands before it. */
function placed(page: Page, text: string, offsets: ArrayLike<number>): Page {
  const at = (offset: number): number => (offset === 0 ? 0 : (offsets[offset] ?? text.length))
  const parts = page.parts.map((part) => ({ ...part, start: at(part.start), end: at(part.end) }))
  return {
    ...page,
    text,
    // Of a page of marks alone nothing is left.
    parts: parts.length > 0 ? parts : [{ start: 0, end: text.length, kind: 'MARKUP', article: null }],
    notes: page.notes.map((note) => ({
      ...note,
      span: note.span === null ? null : { start: at(note.span.start), end: at(note.span.end) },
    })),
  }
}
