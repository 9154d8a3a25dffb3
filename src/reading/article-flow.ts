/**
 * Walks the lines of a story from its first paragraph on, in page order: paragraphs and subheadings go to the article,
 * furniture is claimed by its kind, "read also" and lists of related headlines become articles of their own, and where
 * another story's whole text follows, that becomes an article, too.
 */
import type { Span } from '../text/span.ts'
import { nameLength, readByline, sourceName } from './credits.ts'
import { datelineOf } from './dateline.ts'
import { isHashtags, isPointer, isSignOff, isSubheading, part, pointerLength, slice } from './flow-lines.ts'
import { type Furniture, furnitureOf } from './furniture.ts'
import { headlineTail } from './headline-tail.ts'
import { splitKeywords } from './keywords.ts'
import { bulletLength, headlineKey, isHeadlineLike, isParagraph } from './line-shape.ts'
import { type Line, lineAt } from './lines.ts'
import type { PartKind } from './page.ts'
import { type ArticleDraft, nameSource, type PageDraft, printDate } from './page-draft.ts'
import { readDate } from './printed-date.ts'
import { isLeadOf } from './related.ts'
import { splitTail } from './tails.ts'

/** Lines to walk and where they lie. */
export type Flow = {
  readonly draft: PageDraft
  /** The text that the lines' spans count in: the document, or a field of a record. */
  readonly text: string
  readonly lines: readonly Line[]
  /** Where a span of `text` stands in the document. */
  readonly place: (span: Span) => Span
  readonly article: ArticleDraft
}

const MOST_SOURCE_WORDS = 8
const MOST_CAPTION_WORDS = 24
const MOST_RELATED_WORDS = 40
const FEWEST_HEADLINE_WORDS = 3
const MOST_KEYWORD_WORDS = 6

/** Reads all lines from index `from` on. */
export function readFlow(flow: Flow, from: number): void {
  new FlowReader(flow).read(from)
}

class FlowReader {
  readonly #flow: Flow
  #article: ArticleDraft
  /** A source line, tags or a list of other stories have closed the article. */
  #closed = false
  #inComments = false
  /** Index of the line that the article's text ends with; -2 before it has any. */
  #last = -2

  constructor(flow: Flow) {
    this.#flow = flow
    this.#article = flow.article
  }

  read(from: number): void {
    const tail = headlineTail(this.#flow.lines, from)
    for (let index = from; index < this.#flow.lines.length; ) {
      const listed = index >= tail.start && index < tail.end
      if (listed) this.#closed = true
      const line = this.#line(index)
      if (listed && line !== undefined && furnitureOf(line) === null) {
        this.#openHeadline(line)
        index += 1
      } else index = this.#readLine(index)
    }
  }

  /** Reads the line at `index` with what belongs to it; gives the index after. */
  #readLine(index: number): number {
    const line = this.#line(index)
    if (line === undefined) return index + 1
    const furniture = furnitureOf(line)
    if (this.#article.text !== '' && isSignOff(line)) return this.#take(line, 'BYLINE', index, this.#article)
    if (this.#inComments && furniture?.key !== 'RELATED_HEADING' && furniture?.key !== 'FOOTER') {
      this.#claim(line, 'COMMENTS')
      return index + 1
    }
    this.#inComments = false
    if (furniture === null && this.#article.text !== '' && isHashtags(line)) return this.#readHashtags(line, index)
    if (furniture === null && this.#article.text !== '' && isPointer(line)) return this.#readPointer(line, index)
    const next = furniture === null ? null : this.#readFurniture(furniture, line, index)
    return next ?? this.#readText(line, index)
  }

  /** Null when the line turns out to be text after all. */
  #readFurniture(furniture: Furniture, line: Line, index: number): number | null {
    const value = furniture.value === null ? null : part(line, furniture.value)
    switch (furniture.key) {
      case 'SOURCE_LINE':
        return this.#readSource(line, value, index)
      case 'KEYWORDS':
        return this.#readKeywords(furniture, line, value, index)
      case 'PUBLICATION_DATE':
      case 'UPDATE_DATE':
        return this.#readDate(furniture, line, value, index)
      case 'BYLINE':
        return this.#readByline(line, value, index)
      case 'READ_ALSO':
      case 'RELATED_HEADING':
        return this.#readRelated(furniture, line, value, index)
      case 'COMMENTS':
        this.#inComments = true
        this.#closed = true
        return this.#take(line, 'COMMENTS', index)
      case 'FOOTER':
        nameSource(this.#article, furniture.outlet)
        return this.#take(line, 'FOOTER', index)
      case 'TEASER':
        this.#noteTeaser(line)
        return this.#take(line, 'NAVIGATION', index)
      case 'CAPTION':
        this.#claim(line, 'CAPTION')
        return value === null ? this.#readCaption(index + 1) : index + 1
      case 'PAYWALL':
        this.#flow.draft.note(
          'PAYWALL',
          'The page asks to subscribe or to log in to read on: its text is cut.',
          this.#flow.place(line),
        )
        return this.#take(line, 'NAVIGATION', index)
      default:
        return this.#take(line, furniture.key, index)
    }
  }

  /** The line below a caption's label, if it is as short as a caption. */
  #readCaption(index: number): number {
    const line = this.#line(index)
    if (line === undefined || line.opensBlock || line.words > MOST_CAPTION_WORDS || furnitureOf(line) !== null)
      return index
    const next = this.#line(index + 1)
    // The last line of a page, or one over a gap, may be its text.
    if (next === undefined) return index
    return this.#take(line, 'CAPTION', index)
  }

  #readSource(line: Line, value: Line | null, index: number): number | null {
    if (value !== null && value.words > MOST_SOURCE_WORDS) return null
    if (value !== null) nameSource(this.#article, sourceName(value.text))
    this.#closed ||= this.#article.text !== ''
    return this.#take(line, 'SOURCE_LINE', index, this.#article)
  }

  #readKeywords(furniture: Furniture, line: Line, value: Line | null, index: number): number | null {
    const nextText = this.#line(index + 1)
    const labelled = /[:：|]\s*$/u.test(part(line, furniture.label).text)
    if (value !== null && !labelled && nextText !== undefined && isParagraph(nextText)) return null
    this.#closed ||= this.#article.text !== ''
    this.#claim(line, 'KEYWORDS', this.#article)
    if (value !== null) {
      this.#article.keywords.push(...splitKeywords(value.text))
      return index + 1
    }
    let next = index + 1
    for (;;) {
      const keyword = this.#line(next)
      if (keyword === undefined || keyword.words > MOST_KEYWORD_WORDS || furnitureOf(keyword) !== null) break
      if (next > index + 1 && keyword.opensBlock) break
      this.#claim(keyword, 'KEYWORDS', this.#article)
      this.#article.keywords.push(...splitKeywords(keyword.text))
      next += 1
    }
    return next
  }

  /** A line of hashtags and nothing else. */
  #readHashtags(line: Line, index: number): number {
    this.#article.keywords.push(...splitKeywords(line.text))
    return this.#take(line, 'KEYWORDS', index, this.#article)
  }

  /** Another story's headline behind an arrow. */
  #readPointer(line: Line, index: number): number {
    const mark = pointerLength(line)
    this.#claim({ start: line.start, end: line.start + mark }, 'READ_ALSO')
    this.#openHeadline(part(line, { start: mark, end: line.text.length }))
    return index + 1
  }

  #readDate(furniture: Furniture, line: Line, value: Line | null, index: number): number | null {
    const date = value === null ? null : readDate(value.text)
    if (date === null) return null
    if (furniture.key === 'UPDATE_DATE') this.#article.updatedAt ??= date.instant
    else printDate(this.#flow.draft, this.#article, date, 'PAGE', this.#flow.place(line))
    return this.#take(line, 'PUBLICATION_DATE', index, this.#article)
  }

  #readByline(line: Line, value: Line | null, index: number): number | null {
    const byline = value === null ? null : readByline(value.text)
    if (byline === null) return value === null ? null : this.#readNameBefore(line, value, index)
    this.#article.authors.push(...byline.authors.filter((name) => !this.#article.authors.includes(name)))
    return this.#take(line, 'BYLINE', index, this.#article)
  }

  /** A by-word and a name that a crawler glued to the paragraph behind them. */
  #readNameBefore(line: Line, value: Line, index: number): number | null {
    const length = this.#article.text === '' ? nameLength(value.text) : 0
    if (length === 0) return null
    const name = value.text.slice(0, length)
    if (!this.#article.authors.includes(name)) this.#article.authors.push(name)
    this.#claim({ start: line.start, end: value.start + length }, 'BYLINE', this.#article)
    return this.#readText(part(value, { start: length, end: value.text.length }), index)
  }

  #readRelated(furniture: Furniture, line: Line, value: Line | null, index: number): number | null {
    const kind = furniture.key === 'READ_ALSO' ? 'READ_ALSO' : 'RELATED_HEADING'
    if (value !== null && value.words >= FEWEST_HEADLINE_WORDS) {
      if (value.words > MOST_RELATED_WORDS) return null
      this.#claim(part(line, furniture.label), kind)
      this.#openHeadline(value)
      return index + 1
    }
    this.#claim(line, kind)
    if (kind === 'RELATED_HEADING') this.#closed ||= this.#article.text !== ''
    return this.#readList(index + 1)
  }

  /** Reads what stands under a heading of other stories. */
  #readList(from: number): number {
    let index = from
    for (;;) {
      const line = this.#line(index)
      if (line === undefined || furnitureOf(line) !== null) return index
      const bullet = bulletLength(line.text)
      if (bullet > 0) {
        this.#claim({ start: line.start, end: line.start + bullet }, 'RELATED_BULLET')
        this.#openHeadline(part(line, { start: bullet, end: line.text.length }))
        index += 1
        continue
      }
      if (!isHeadlineLike(line)) return index
      const next = this.#line(index + 1)
      const paragraphNext = next !== undefined && isParagraph(next) && furnitureOf(next) === null
      if (paragraphNext && next !== undefined && (isLeadOf(line, next) || this.#closed)) {
        return this.#openEmbedded(line, index)
      }
      // One line alone is a headline; where paragraphs follow that are not its own, the article goes on with them.
      this.#openHeadline(line)
      index += 1
      if (paragraphNext) return index
    }
  }

  #openHeadline(line: Line): void {
    const article = this.#flow.draft.open('HEADLINE', line.text, this.#flow.place(line).start)
    this.#claim(line, 'HEADLINE', article)
  }

  #openEmbedded(line: Line, index: number): number {
    this.#article = this.#flow.draft.open('EMBEDDED', line.text, this.#flow.place(line).start)
    this.#closed = false
    this.#last = -2
    this.#claim(line, 'HEADLINE', this.#article)
    return index + 1
  }

  #readText(line: Line, index: number): number {
    const next = this.#line(index + 1)
    const leads = next !== undefined && isParagraph(next) && furnitureOf(next) === null
    if (this.#closed && isHeadlineLike(line) && bulletLength(line.text) === 0) {
      if (leads && next !== undefined && isLeadOf(line, next)) return this.#openEmbedded(line, index)
      if (line.words < FEWEST_HEADLINE_WORDS) return this.#take(line, 'NAVIGATION', index)
    }
    if (this.#article.text === '' && headlineKey(line.text) === headlineKey(this.#article.headline)) {
      this.#claim(line, 'HEADLINE_REPEATED', this.#article)
      return index + 1
    }
    if (this.#article.text === '' && this.#readOpeningByline(line, leads)) return index + 1
    const subheading = leads && this.#article.text !== '' && isSubheading(line)
    this.#append(line, index, subheading ? 'SUBHEADING' : 'BODY')
    return index + 1
  }

  /** A short line before the first paragraph that names nothing but people, places and outlets. */
  #readOpeningByline(line: Line, leads: boolean): boolean {
    const byline = leads && isHeadlineLike(line) ? readByline(line.text) : null
    if (byline === null || !byline.certain) return false
    this.#article.authors.push(...byline.authors)
    this.#claim(line, 'BYLINE', this.#article)
    return true
  }

  #append(line: Line, index: number, kind: PartKind): void {
    const opening = this.#article.text === '' ? datelineOf(line.text) : null
    const tail = splitTail(line, opening?.length ?? 0)
    if (opening !== null) {
      this.#claim({ start: line.start, end: line.start + opening.length }, 'DATELINE', this.#article)
      nameSource(this.#article, opening.outlet)
      if (opening.author !== null && !this.#article.authors.includes(opening.author))
        this.#article.authors.push(opening.author)
    }
    for (const piece of tail.pieces) this.#readTailPiece(line, piece)
    const body = lineAt(
      this.#flow.text,
      { start: line.start + tail.body.start, end: line.start + tail.body.end },
      false,
    )
    if (body.text === '') return
    this.#claim(body, kind, this.#article)
    const joined = this.#last === index - 1 && !line.opensBlock
    this.#article.text += (this.#article.text === '' ? '' : joined ? '\n' : '\n\n') + body.text
    this.#last = index
  }

  #readTailPiece(line: Line, piece: Furniture & { readonly span: Span }): void {
    const place = { start: line.start + piece.span.start, end: line.start + piece.span.end }
    if (piece.key === 'TEASER') {
      this.#noteTeaser(place)
      this.#claim(place, 'NAVIGATION')
    } else if (piece.key === 'READ_ALSO') this.#readTailHeadline(line, piece)
    else if (piece.key === 'KEYWORDS') this.#claim(place, 'KEYWORDS', this.#article)
    else this.#claim(place, piece.key === 'SOURCE_LINE' ? 'SOURCE_LINE' : 'FOOTER')
    if (piece.key === 'SOURCE_LINE' && piece.value !== null)
      nameSource(this.#article, sourceName(slice(line, piece.value)))
    nameSource(this.#article, piece.outlet)
  }

  #readTailHeadline(line: Line, piece: Furniture & { readonly span: Span }): void {
    const value = piece.value === null ? null : part(line, piece.value)
    this.#claim({ start: line.start + piece.span.start, end: value?.start ?? line.start + piece.span.end }, 'READ_ALSO')
    if (value !== null) this.#openHeadline(value)
  }

  #noteTeaser(span: Span): void {
    this.#flow.draft.note(
      'TEASER',
      'The text ends where the outlet asks to read on: it is cut.',
      this.#flow.place(span),
    )
  }

  #take(line: Line, kind: PartKind, index: number, article: ArticleDraft | null = null): number {
    this.#claim(line, kind, article)
    return index + 1
  }

  #claim(span: Span, kind: PartKind, article: ArticleDraft | null = null): void {
    this.#flow.draft.claim(this.#flow.place(span), kind, article)
  }

  #line(index: number): Line | undefined {
    return this.#flow.lines[index]
  }
}
