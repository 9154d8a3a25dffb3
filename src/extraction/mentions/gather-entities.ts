/**
 * Makes entities of an article's mentions: all names of one thing are one entity, under its fullest form. What the
 * lexicon knows is one by its key; persons are one by `sameName`, bodies by a shorter form that only one of them begins
 * with, places when they are spelt alike.
 */
import { foldKey } from '../../text/fold.ts'
import type { LocalEntity, MentionAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'
import { personIds } from './person-ids.ts'
import type { Proposal } from './proposal.ts'

/** A mention with its words. */
export type NamedProposal = { readonly proposal: Proposal; readonly words: string }

type Gathered = { readonly entities: readonly LocalEntity[]; readonly mentions: readonly MentionAnnotation[] }
type Draft = { readonly index: number; entity: LocalEntity; rank: number }

/** Entities in the order of their first mention. */
export function gatherEntities(text: ArticleText, proposals: readonly Proposal[]): Gathered {
  const named = proposals.map((proposal) => ({ proposal, words: unfused(text.slice(spanOf(text, proposal))) }))
  const persons = personIds(named.filter(({ proposal }) => proposal.kind === 'PERSON'))
  const bodies = bodyIds(named.filter(({ proposal }) => proposal.kind === 'ORGANIZATION'))
  const drafts = new Map<string, Draft>()
  const mentions: MentionAnnotation[] = []
  for (const { proposal, words } of named) {
    const id = `${proposal.kind} ${persons.get(proposal) ?? bodies.get(proposal) ?? plainId(proposal, words)}`
    const draft = drafts.get(id) ?? { index: drafts.size, rank: -1, entity: entityOf(text, proposal, words) }
    drafts.set(id, draft)
    mend(draft, text, proposal, words)
    const { form, sentence, confidence, rule } = proposal
    mentions.push({ ...spanOf(text, proposal), entity: draft.index, form, sentence, confidence, rule })
  }
  const entities = [...drafts.values()].sort((a, b) => a.index - b.index).map(({ entity }) => entity)
  return { entities, mentions }
}

/** The fullest form names the entity; what any mention knows of it is known. */
function mend(draft: Draft, text: ArticleText, proposal: Proposal, words: string): void {
  const rank = (proposal.form === 'NAME' ? 1000 : 0) + words.length
  const { lexiconKey, countryCode } = draft.entity
  const fuller = rank > draft.rank ? entityOf(text, proposal, words) : draft.entity
  draft.rank = Math.max(rank, draft.rank)
  draft.entity = {
    ...fuller,
    lexiconKey: lexiconKey ?? proposal.lexiconKey,
    countryCode: countryCode ?? proposal.countryCode,
  }
}

/** «للراجحي» names الراجحي: the span has to keep ل, the name does not. */
function unfused(words: string): string {
  return words.replace(/^لل(?=\p{L}{2})/u, 'ال')
}

function spanOf(text: ArticleText, { sentence, start, end }: Proposal) {
  return { field: text.sentences[sentence]?.field ?? 'TEXT', start, end }
}

function plainId(proposal: Proposal, words: string): string {
  return proposal.lexiconKey ?? `name ${foldKey(words)}`
}

/** A body's short form is the longer one that begins with it, when there is only one: لجنة الدفاع. */
function bodyIds(named: readonly NamedProposal[]): Map<Proposal, string> {
  const full = new Map(named.map(({ proposal, words }) => [foldKey(words), plainId(proposal, words)]))
  const byWords = Map.groupBy([...full].flatMap(firstWithAnother), ({ words }) => words)
  const ids = new Map<Proposal, string>()
  for (const { proposal, words } of named) {
    const short = foldKey(words).split(' ')
    const longer = (byWords.get(`${short[0]} ${short.at(-1)}`) ?? []).filter(({ long }) => isShortened(short, long))
    const distinct = new Set(longer.map(({ id }) => id))
    const only = proposal.lexiconKey === null && distinct.size === 1 ? [...distinct][0] : undefined
    ids.set(proposal, only ?? plainId(proposal, words))
  }
  return ids
}

/** A name under its first word with each of the others: its short forms begin and end with two such words. */
function firstWithAnother([key, id]: readonly [string, string]) {
  const long = key.split(' ')
  return [...new Set(long.slice(long[0]?.startsWith('ال') === true ? 0 : 1))].map((word) => ({
    words: `${long[0]} ${word}`,
    long,
    id,
  }))
}

/** «هيئة الطيران المدني في الأردن» of «هيئة تنظيم الطيران المدني في الأردن»: the same beginning, and nothing that the longer lacks. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short[0] !== long[0]) return false
  if (short.length < 2 && short[0]?.startsWith('ال') !== true) return false
  let at = 0
  for (const word of long) if (word === short[at]) at += 1
  return at === short.length
}

function entityOf(text: ArticleText, proposal: Proposal, name: string): LocalEntity {
  const { kind, lexiconKey, countryCode } = proposal
  return { kind, name, language: languageOf(name, text.input.language), lexiconKey, countryCode }
}

/** A Latin name in an Arabic text is no Arabic name. */
function languageOf(name: string, language: string): string {
  const isLatin = /^\p{Script=Latin}/u.test(name)
  if (isLatin) return ['ar', 'fa', 'ur'].includes(language) ? 'en' : language
  return language === 'en' ? 'ar' : language
}
