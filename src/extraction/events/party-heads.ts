/**
 * Noun phrases that are one party: people or a body and whose they are (قيادة التحالف), a title and the name behind it
 * (نائب رئيس الوزراء أيمن …), people and the body that they come from (مسلحون من حركة …).
 */
import { actorNouns } from '../../lexicon/word-classes.ts'
import type { Token } from '../../text/tokens.ts'
import { type Draft, prefixOf } from './party-draft.ts'
import { readVerb } from './verb-index.ts'
import { classAt, nounReadings } from './word-class.ts'

/** Words of a title in front of a name, at most. */
const LONGEST_TITLE = 9
/** Words that no title goes across. */
const ENDS = ['preposition', 'complementizer', 'relative', 'subordinator', 'negation', 'temporal', 'adverb', 'particle']

/** Drafts in text order with those joined that are one party. */
export function joinHeads(drafts: readonly Draft[], tokens: readonly Token[]): readonly Draft[] {
  const found: Draft[] = []
  for (const draft of drafts) {
    const before = found[found.length - 1]
    const latin = tokens[draft.first]?.script === 'LATIN'
    if (before === undefined || latin) {
      found.push(draft)
      continue
    }
    const titled = draft.kind === 'PERSON' ? withTitle(found, draft, tokens) : draft
    if (titled !== draft) found.push(titled)
    else if (isGenitive(before, draft, tokens)) found[found.length - 1] = { ...draft, ...headOf(before) }
    else if (isOrigin(before, draft, tokens)) found[found.length - 1] = { ...draft, ...headOf(before) }
    else found.push(draft)
  }
  return found
}

function headOf(before: Draft) {
  return { first: before.first, cut: before.cut, acts: true }
}

/** Two bare nouns are in construct as long as the first has no article: "وزراء تحالف". */
function isGenitive(before: Draft, draft: Draft, tokens: readonly Token[]): boolean {
  if (before.kind !== 'UNNAMED' || draft.kind === 'PLACE' || draft.kind === 'BOTH') return false
  if (draft.first !== before.last + 1 || prefixOf(tokens, draft) !== '') return false
  const open = !/^[وبلف]?ال/u.test(tokens[before.first]?.key ?? '')
  return draft.kind !== 'UNNAMED' || (open && !/^ال/u.test(tokens[draft.first]?.key ?? ''))
}

/** "وفد من غرفة التجارة", "قيادي في حماس": people are the body or country that they come from. */
function isOrigin(before: Draft, draft: Draft, tokens: readonly Token[]): boolean {
  if (before.kind !== 'UNNAMED' || (draft.kind !== 'ORGANIZATION' && draft.kind !== 'COUNTRY')) return false
  if (draft.form === 'DEMONYM' || draft.first - before.last > 3) return false
  const preposition = tokens[draft.first - 1]
  if (preposition === undefined || draft.cut !== '') return false
  // "وفد من روسيا برئاسة …": who leads it stands for it.
  if (classAt(tokens, draft.last + 1, 'led-by') !== undefined) return false
  const from = preposition.key === 'من'
  const within = preposition.key === 'في' && (draft.kind === 'ORGANIZATION' || isBody(tokens, before.first))
  if (!from && !within) return false
  for (let at = before.last + 1; at < draft.first - 1; at++) if (!isPlain(tokens, at)) return false
  return true
}

/** The name with the title that leads up to it; what the title takes in is no party of its own any more. */
function withTitle(found: Draft[], draft: Draft, tokens: readonly Token[]): Draft {
  if (prefixOf(tokens, draft) !== '' && !isTitled(draft, tokens)) return draft
  let head = -1
  let kept = found.length
  let country: number | null = null
  let index = found.length - 1
  for (let at = draft.first - 1; at >= 0 && draft.first - at <= LONGEST_TITLE; at--) {
    const inside = found[index]
    if (inside !== undefined && inside.last === at) {
      if (inside.kind === 'PERSON' || inside.kind === 'BOTH' || inside.kind === 'OWN_COUNTRY') break
      const leads = isOfficial(tokens, inside.first)
      if (inside.kind === 'PLACE' || inside.kind === 'ORGANIZATION') {
        if (prefixOf(tokens, inside) !== '' && !leads) break
      }
      if (inside.kind === 'COUNTRY') country ??= inside.entity
      at = inside.first
      index -= 1
      if (leads) {
        head = at
        kept = index + 1
        if (stopsAt(tokens, at)) break
      }
      continue
    }
    if (!isPlain(tokens, at)) break
    const key = tokens[at]?.key ?? ''
    if (isOfficial(tokens, at)) {
      head = at
      kept = index + 1
      if (stopsAt(tokens, at)) break
    } else if (!/^و?ال/u.test(key) && (at === draft.first - 1 || head >= 0)) break
  }
  if (head < 0) return draft
  const cut = prefixAt(tokens, head)
  found.length = kept
  return { ...draft, first: head, cut, country: draft.country ?? country, acts: true }
}

/** A preposition or ل before the title: the phrase begins there. */
function stopsAt(tokens: readonly Token[], at: number): boolean {
  return /[بلك]/u.test(prefixAt(tokens, at))
}

function isTitled(draft: Draft, tokens: readonly Token[]): boolean {
  return isOfficial(tokens, draft.first) && prefixOf(tokens, draft) === 'و'
}

function prefixAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token === undefined ? '' : (nounReadings(token).find((one) => actorNouns.has(one.key))?.prefix ?? '')
}

/** A noun for somebody in office or in a trade: what may stand in front of a name as its title. */
function isOfficial(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD') return false
  return nounReadings(token).some((one) =>
    (actorNouns.get(one.key) ?? []).some((form) => form.key === 'official' || form.key === 'people'),
  )
}

/** "الشرطة في غينيا": a body that a country has. */
function isBody(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  return nounReadings(token).some((one) => (actorNouns.get(one.key) ?? []).some((form) => form.key === 'body'))
}

/** A noun or adjective that ends no phrase. */
function isPlain(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'WORD' || token.script !== 'ARABIC') return false
  if (ENDS.some((name) => classAt(tokens, at, name) !== undefined)) return false
  return !readVerb(token).some((one) => !one.nounLike)
}
