/**
 * Where a sentence gives somebody's words: a verb of speech (or قوله, مضيفا), who speaks, through whom it came
 * (نقلت X عن Y), and the stretch of words that is given.
 */
import { speechVerbs } from '../../lexicon/speech-verbs.ts'
import { foldKey } from '../../text/fold.ts'
import type { SentenceView } from '../events/sentence-view.ts'
import { isQuoteMark } from '../events/sentence-view.ts'
import { classAt } from '../events/word-class.ts'
import { type QuotedSpan, quotedSpans } from './quoted-spans.ts'
import { type Source, sourceAt, subjectSource } from './sources.ts'

/** Words given as somebody's; `from` and `to` (exclusive) are tokens. */
export type SpeechFrame = {
  /** Token of the verb; -1 for a headline's "X: …". */
  readonly at: number
  readonly speaker: Source | null
  readonly via: Source | null
  readonly from: number
  readonly to: number
  readonly direct: boolean
  readonly rule: string
}

const NOUNS = new Set(speechVerbs.filter((verb) => verb.pos === 'noun').map((verb) => foldKey(verb.form)))
/** Words between a verb of speech and what is said. */
const REACH = 45
const MIN_QUOTED_WORDS = 4
const PASS_ON = new Set(['نقل', 'أورد'])

/** The speech of a sentence in order; `before` is who spoke last. */
export function speechFrames(view: SentenceView, before: Source | null): readonly SpeechFrame[] {
  const quoted = quotedSpans(view)
  const frames: SpeechFrame[] = []
  let last = before
  for (let at = 0; at < view.tokens.length; at++) {
    if (!isSpeech(view, at)) continue
    // What somebody says that another said is the first one's words: one quotation.
    if (frames.some((frame) => at >= frame.from && at < frame.to)) continue
    const opening = openingAfter(view, at, quoted)
    const who = speakerOf(view, at, last)
    if (opening === null) {
      if (who.speaker !== null && who.stated) last = who.speaker
      continue
    }
    const to = opening.direct ? opening.to : contentEnd(view, opening.from, opening.to, quoted)
    frames.push({ at, ...who, ...opening, to })
    if (who.speaker !== null) last = who.speaker
  }
  frames.push(...loneQuotes(view, quoted, frames, last))
  const trailing = frames.length === 0 ? trailingFrame(view) : null
  if (trailing !== null) frames.push(trailing)
  const headline = headlineFrame(view)
  if (headline !== null && !frames.some((frame) => frame.from <= headline.from + 1)) frames.push(headline)
  return frames.sort((a, b) => a.from - b.from)
}

function isSpeech(view: SentenceView, at: number): boolean {
  const token = view.tokens[at]
  if (token === undefined) return false
  if ((view.verbs[at] ?? []).some((verb) => verb.speech)) return true
  return NOUNS.has(token.key.replace(/^[وف](?=..)/u, '')) || NOUNS.has(token.key)
}

function openingAfter(view: SentenceView, at: number, quoted: readonly QuotedSpan[]) {
  const { tokens } = view
  for (let to = at + 1; to < tokens.length && to - at <= REACH; to++) {
    const token = tokens[to]
    if (token === undefined || /^[.!?؟;؛]$/u.test(token.text)) return null
    const quote = quoted.find((span) => span.open === to)
    if (quote !== undefined && quote.words >= MIN_QUOTED_WORDS) {
      return { from: quote.from, to: quote.to, direct: true, rule: 'direct-after-verb' }
    }
    if (quote !== undefined) {
      to = quote.to
      continue
    }
    if (isThat(view, to)) {
      const next = quoted.find((span) => span.open === to + 1)
      if (next !== undefined && next.words >= MIN_QUOTED_WORDS) {
        return { from: next.from, to: next.to, direct: true, rule: 'direct-after-that' }
      }
      return { from: to + 1, to: tokens.length, direct: false, rule: 'reported-that' }
    }
    if (token.text === ':' && to - at <= 25) {
      const next = quoted.find((span) => span.open === to + 1)
      return next !== undefined
        ? { from: next.from, to: next.to, direct: true, rule: 'direct-colon' }
        : { from: to + 1, to: tokens.length, direct: true, rule: 'colon' }
    }
    if (to > at + 1 && isSpeech(view, to)) return null
    if (view.latin && to === at + 1 && startsClause(view, at, to)) {
      return { from: to, to: tokens.length, direct: false, rule: 'reported-bare' }
    }
  }
  return null
}

/** أن إن بأن with or without a pronoun, "that", where a statement follows and no wish (أن يزور). */
function isThat(view: SentenceView, at: number): boolean {
  const token = view.tokens[at]
  if (token === undefined || (view.partyAt[at] ?? -1) >= 0) return false
  if (token.key === 'that') return true
  if (!/^ب?ا?ن(?:ه|ها|هم|هما|نا|ني|ي)?$/u.test(token.key) || !/^ب?ان/u.test(token.key)) return false
  if (/^ب?ان.+/u.test(token.key) || /^[إ]/u.test(token.text)) return true
  const next = view.tokens[at + 1]
  return next === undefined || !/^[ي]/u.test(next.key) || (view.partyAt[at + 1] ?? -1) >= 0 || next.key.length < 4
}

/** English leaves "that" out: "she said ministers would consult". */
function startsClause(view: SentenceView, at: number, next: number): boolean {
  const token = view.tokens[next]
  const verb = view.verbs[at]?.find((one) => one.speech)
  if (token === undefined || token.kind !== 'WORD' || verb === undefined) return false
  if (!BARE.has(verb.lemma)) return false
  if (classAt(view.tokens, next, 'preposition') !== undefined || token.key === 'so' || token.key === 'to') return false
  for (let to = next; to < view.tokens.length && to < next + 25; to++) {
    const word = view.tokens[to]
    if (word === undefined || isQuoteMark(word)) continue
    if (AUXILIARY.has(word.key) || (view.verbs[to] ?? []).length > 0) return true
  }
  return false
}

const BARE = new Set([
  'say',
  'believe',
  'think',
  'claim',
  'warn',
  'add',
  'insist',
  'hope',
  'suggest',
  'argue',
  'confirm',
  'admit',
])
const AUXILIARY = new Set([
  'is',
  'are',
  'was',
  'were',
  'will',
  'would',
  'had',
  'has',
  'have',
  'could',
  'should',
  'may',
  'might',
  'must',
  'can',
  'did',
  'do',
  'does',
])

/** Reported words end where the text names its source or somebody speaks again. */
function contentEnd(view: SentenceView, from: number, to: number, quoted: readonly QuotedSpan[]): number {
  for (let at = from; at < to; at++) {
    const inside = quoted.find((span) => at > span.open && at <= span.to)
    if (inside !== undefined) {
      at = inside.to
      continue
    }
    const token = view.tokens[at]
    if (token === undefined) return at
    if (at > from && /^[.!?؟؛;]$/u.test(token.text)) return at
    const comma = view.tokens[at - 1]?.text
    const parted = comma === '،' || comma === ','
    if (at > from + 2 && parted && (isAccording(view, at) || isAside(view, at))) return at - 1
    const joined = (view.verbs[at] ?? []).some((verb) => verb.speech && verb.joined)
    if (at > from + 2 && joined && parted) return at - 1
  }
  return to
}

function isAside(view: SentenceView, at: number): boolean {
  return (view.verbs[at] ?? []).some((verb) => verb.speech && (verb.tense === 'PARTICIPLE' || verb.tense === 'ING'))
}

const ACCORDING = new Set([
  'بحسب',
  'حسب',
  'وفق',
  'وفقا',
  'طبقا',
  'نقلا',
  'حسبما',
  'وفقما',
  'according',
  'quoting',
  'citing',
])

function isAccording(view: SentenceView, at: number): boolean {
  const key = view.tokens[at]?.key ?? ''
  return ACCORDING.has(key) || (key === 'علي' && view.tokens[at + 1]?.key === 'حد')
}

type Speaking = { readonly speaker: Source | null; readonly via: Source | null; readonly stated: boolean }

function speakerOf(view: SentenceView, at: number, last: Source | null): Speaking {
  const verb = view.verbs[at]?.find((one) => one.speech)
  if (verb === undefined) return { ...ownerOfNoun(view, at, last), stated: false }
  if (PASS_ON.has(verb.lemma)) {
    const via = subjectSource(view, at)
    for (let to = at + 1; to < view.tokens.length && to < at + 20; to++) {
      if (isThat(view, to)) break
      if (view.tokens[to]?.key === 'عن') {
        const speaker = sourceAt(view, to + 1)
        if (speaker !== null) return { speaker, via, stated: true }
      }
    }
    return { speaker: via ?? last, via: null, stated: via !== null }
  }
  const speaker = sameAs(subjectSource(view, at), last)
  return { speaker: speaker ?? last, via: null, stated: speaker !== null }
}

/** "الوزارة", "المصدر": a bare noun means who spoke before when he was called by it. */
function sameAs(speaker: Source | null, last: Source | null): Source | null {
  if (speaker === null || last === null || speaker.entity !== null) return speaker
  const noun = foldKey(speaker.text)
  if (noun.includes(' ') || !noun.startsWith('ال')) return speaker
  return foldKey(last.text)
    .split(' ')
    .some((word) => word.replace(/^ال/u, '') === noun.slice(2))
    ? last
    : speaker
}

/** قوله: whom the words before have just named (نقلت X عن Y قوله), or who spoke last. */
function ownerOfNoun(
  view: SentenceView,
  at: number,
  last: Source | null,
): { speaker: Source | null; via: Source | null } {
  for (let back = at - 1; back >= 0 && at - back <= 25; back--) {
    const verb = view.verbs[back]?.find((one) => PASS_ON.has(one.lemma))
    if (verb === undefined) continue
    const { speaker, via } = speakerOf(view, back, last)
    return { speaker, via }
  }
  return { speaker: last, via: null }
}

/** Quotations that no verb of speech opens: the speaker stands behind them, or spoke just before. */
function loneQuotes(
  view: SentenceView,
  quoted: readonly QuotedSpan[],
  frames: readonly SpeechFrame[],
  last: Source | null,
): readonly SpeechFrame[] {
  const found: SpeechFrame[] = []
  for (const span of quoted) {
    if (span.words < MIN_QUOTED_WORDS) continue
    if (frames.some((frame) => frame.from < span.to && span.from < frame.to)) continue
    let speaker: Source | null = null
    let at = -1
    for (let to = span.to + 1; to < view.tokens.length && to <= span.to + 4 && at < 0; to++) {
      if (isSpeech(view, to)) at = to
    }
    if (view.latin && at < 0) {
      for (let to = span.to + 1; to < view.tokens.length && to <= span.to + 12 && at < 0; to++) {
        if (view.tokens[to]?.text === '.') break
        if (isSpeech(view, to)) at = to
      }
    }
    if (at >= 0) speaker = subjectSource(view, at) ?? last
    else if (span.open <= 1) speaker = last
    else speaker = actingSource(view, span)
    if (speaker === null) continue
    found.push({
      at,
      speaker,
      via: null,
      from: span.from,
      to: span.to,
      direct: true,
      rule: at >= 0 ? 'direct-before-verb' : 'direct-alone',
    })
  }
  return found
}

/** The subject of the last verb before a quoted fragment. */
function actingSource(view: SentenceView, span: QuotedSpan): Source | null {
  for (let back = span.open - 1; back >= 0; back--) {
    if ((view.verbs[back] ?? []).length > 0) return subjectSource(view, back)
  }
  return null
}

/** English tells first and names who says it last: "The embargo will be lifted, Jack Straw has said." */
function trailingFrame(view: SentenceView): SpeechFrame | null {
  if (!view.latin) return null
  for (let at = view.tokens.length - 1; at >= 0 && at >= view.tokens.length - 4; at--) {
    const verb = view.verbs[at]?.find((one) => one.speech && BARE.has(one.lemma))
    if (verb === undefined) continue
    const speaker = subjectSource(view, at)
    if (speaker === null) return null
    let comma = at
    while (comma > 0 && (view.tokens[comma]?.start ?? 0) >= speaker.span.start) comma -= 1
    while (comma > 0 && view.tokens[comma]?.text !== ',') comma -= 1
    return comma < 4 ? null : { at, speaker, via: null, from: 0, to: comma, direct: false, rule: 'reported-before' }
  }
  return null
}

/** "X: …" in a headline. */
function headlineFrame(view: SentenceView): SpeechFrame | null {
  if (view.sentence.field !== 'HEADLINE') return null
  const colon = view.tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 9 || view.tokens.length - colon < 4) return null
  for (let at = 0; at < colon; at++) if ((view.verbs[at] ?? []).length > 0) return null
  const speaker = sourceAt(view, 0, colon)
  if (speaker === null) return null
  return { at: -1, speaker, via: null, from: colon + 1, to: view.tokens.length, direct: false, rule: 'headline-colon' }
}
