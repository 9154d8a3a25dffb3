/**
 * Who did it to whom: the parties around a word that tells of an act, by word order, prepositions, voice and the word's
 * own frame. Arabic has its subject behind the verb or in front of it; a relative clause has it in the noun that it
 * belongs to; where a clause names none, the subject before carries on.
 */
import type { FrameRole } from '../../lexicon/event-words.ts'
import type { FuzzyDate } from '../../time/fuzzy-date.ts'
import type { LocalEntity, ParticipantAnnotation, ParticipantRole } from '../annotations.ts'
import { readSlots, type Slot } from './clause-slots.ts'
import type { Party } from './parties.ts'
import type { SentenceView } from './sentence-view.ts'
import { deedOwner, type Trigger } from './triggers.ts'
import { classAt } from './word-class.ts'

/** Somebody, as entities of the article; empty for people whom nobody names. */
export type Who = { readonly entities: readonly number[]; readonly country: number | null }

/** What is known from the text before. */
export type Carried = {
  /** Subject of the last finite verb. */
  readonly subject: Who | null
  /** The two sides of the last act that had two. */
  readonly pair: readonly number[]
  /** When that was. */
  readonly pairDate: FuzzyDate | null
}

/** The people of an act and the stretch of tokens that tells of it, `end` exclusive. */
export type Cast = {
  readonly participants: readonly ParticipantAnnotation[]
  readonly subject: Who | null
  /** The subject stands in the clause itself. */
  readonly stated: boolean
  readonly start: number
  readonly end: number
  /** Its people are "the two sides" of an act told before. */
  readonly fromPair: boolean
  /** One of the prepositions that the word itself governs stands in the clause. */
  readonly governed: boolean
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', 'get', 'got', 'gets'])
const SKIPPED_BEFORE = new Set([
  'قد',
  'وقد',
  'لقد',
  'كان',
  'كانت',
  'وكان',
  'وكانت',
  'كانا',
  'كانوا',
  'لم',
  'لن',
  'لا',
  'ما',
  'سوف',
  'ايضا',
  'يزال',
  'تزال',
  'زال',
  'زالت',
  'اليوم',
  'هو',
  'هي',
  'وهو',
  'وهي',
])
/** Acts whose past is written alike in both voices and whose subject is mostly the one who suffers it. */
const SUFFERED = new Set(['ASSAULT', 'COERCE', 'APPOINT', 'CONCEDE', 'AID'])
/** The subject is somebody named before. */
const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you', 'this', 'these', 'those', 'there'])
/** A delegation stands for who leads it. */
const LED_BY = new Set(['برياسه', 'بقياده'])
/** Acts that strike somebody even where only his things are named: the ministry's accounts, the party's headquarters. */
const AIMED = new Set([
  'SUPPORT',
  'ACCUSE',
  'ASSAULT',
  'SANCTION',
  'COERCE',
  'CONCEDE',
  'AID',
  'REJECT',
  'THREATEN',
  'OTHER',
])
/** Acts that strike a country where they strike a place of it. */
const STRIKES = new Set(['ASSAULT', 'COERCE'])
const IN = new Set(['في', 'ب', 'in', 'ضد', 'against', 'تجاه', 'حيال', 'ازاء'])
const PAIRED = new Set(['CONSULT', 'COOPERATE', 'AGREE'])

/** The cast of an act. */
export function castOf(view: SentenceView, trigger: Trigger, entities: readonly LocalEntity[], carried: Carried): Cast {
  return trigger.verb === null || trigger.place !== 'VERB' || tellsByItsNoun(view, trigger)
    ? castOfNoun(view, trigger, entities, carried)
    : castOfVerb(view, trigger, entities, carried)
}

/** "وقع هجوم إسرائيلي على": the verb only says that it happened, its people stand around the noun. */
function tellsByItsNoun(view: SentenceView, trigger: Trigger): boolean {
  if (trigger.word.pos !== 'light' || classAt(view.tokens, trigger.at, 'occurrence') === undefined) return false
  for (let at = trigger.at + 1; at < trigger.last; at++) if ((view.partyAt[at] ?? -1) >= 0) return false
  return partyBefore(view, trigger.at) === undefined
}

/** Subject of a verb that tells of no act, so that it can carry on. */
export function subjectAt(view: SentenceView, at: number, carried: Carried): Who | null {
  const party = subjectParty(view, at)
  return party === undefined ? null : whoOf([party], carried)
}

/** The party that is a verb's subject; undefined where its clause names none. */
export function subjectParty(view: SentenceView, at: number): Party | undefined {
  const verb = view.verbs[at]?.[0]
  const antecedent = antecedentOf(view, at)
  if (antecedent !== undefined && verb?.suffix == null) return antecedent
  const { slots } = readSlots(view, at + 1, [], new Map())
  const after = slots.find((slot) => slot.slot === 'np' && slot.direct && !slot.nested)
  const before = partyBefore(view, at)
  const follower = view.parties[after?.party ?? -1]
  // English turns round only behind a quotation: "…," said Straw.
  if (view.latin) return before ?? (follower?.first === at + 1 && isBehindQuote(view, at) ? follower : undefined)
  return before ?? (mayFollow(view, at) ? view.parties[after?.party ?? -1] : undefined)
}

function isBehindQuote(view: SentenceView, at: number): boolean {
  const token = view.tokens[at - 1]
  return token !== undefined && token.kind === 'PUNCTUATION' && token.text !== '-'
}

function castOfVerb(view: SentenceView, trigger: Trigger, entities: readonly LocalEntity[], carried: Carried): Cast {
  const { word, verb, at } = trigger
  const own: number[] = []
  for (let to = trigger.last - word.words.length + 2; to <= trigger.last; to++) if (to > at) own.push(to)
  const { slots, end, thing, early } = readSlots(view, at + 1, own, word.frame)
  const antecedent = antecedentOf(view, at)
  const before = antecedent ?? partyBefore(view, at)
  const bare = slots.filter((slot) => slot.slot === 'np' && !slot.nested)
  const passive = isPassive(view, trigger, slots, bare, early, before !== undefined)
  const cast = new CastBuilder(view, entities, carried, word.type)
  const subjectRole = passive ? (word.frame.get('obj') ?? 'RECIPIENT') : (word.frame.get('subj') ?? 'ACTOR')
  let subject: readonly Party[] = []
  let objects = bare
  const carriedObject = verb?.suffix !== null && verb?.suffix !== undefined
  if (before !== undefined && !(antecedent !== undefined && carriedObject)) subject = group(view, before)
  else if (mayFollow(view, at) && bare[0]?.direct === true) {
    const first = bare[0]
    subject = partiesOf(
      view,
      bare.filter((slot) => slot.party === first.party || isJoinedTo(view, first.party, slot.party)),
    )
    objects = bare.filter((slot) => !subject.includes(view.parties[slot.party] ?? subject[0] ?? NOBODY))
  }
  const stated = subject.length > 0
  const who = stated
    ? whoOf(subject, carried)
    : (thing && mayFollow(view, at)) || hasOwnNoun(view, at) || isImpersonal(view, trigger)
      ? null
      : carried.subject
  cast.addParties(subject)
  cast.addWho(who, subjectRole)
  if (antecedent !== undefined && carriedObject)
    cast.addWho(whoOf([antecedent], carried), word.frame.get('obj') ?? 'RECIPIENT')
  else if (carriedObject) cast.addWho(carried.subject, word.frame.get('obj') ?? 'RECIPIENT')
  if (!passive) for (const slot of objects) cast.addSlot(slot, word.frame.get('obj') ?? 'THEME')
  for (const slot of slots) {
    if (slot.slot === 'agent' || (view.latin && passive && slot.slot === 'by')) cast.addSlot(slot, 'ACTOR')
    else if (LED_BY.has(slot.slot)) cast.addSlot(slot, word.frame.get('obj'))
    else if (slot.slot !== 'np') cast.addSlot(slot, word.frame.get(slot.slot))
    else if (slot.nested && !passive) cast.addSlot(slot, word.pos === 'light' ? 'THEME' : word.frame.get('obj'))
  }
  cast.promote(word.type, slots)
  return cast.finish(who, stated, startOf(view, at, before), end)
}

/** Whether a subject may stand behind the verb: not after a plural, a participle or أنه, which have theirs already. */
function mayFollow(view: SentenceView, at: number): boolean {
  const verb = view.verbs[at]?.[0]
  if (view.latin || verb?.plural === true || verb?.tense === 'PARTICIPLE') return false
  return !/^ب?ان(?:ه|ها|هم|هما)$/u.test(view.tokens[at - 1]?.key ?? '')
}

/** "الانتفاضة التي أطاحت به": the relative clause's subject is a noun that is no party. */
function hasOwnNoun(view: SentenceView, at: number): boolean {
  return !view.latin && classAt(view.tokens, at - 1, 'relative') !== undefined
}

/** "أُفرج عنه", "قبض على": no subject, a preposition at once, and no و that would carry one on. */
function isImpersonal(view: SentenceView, trigger: Trigger): boolean {
  const { verb, word, at } = trigger
  if (view.latin || verb === null || verb.joined || verb.plural || verb.voice === 'ACTIVE' || verb.tense !== 'PAST')
    return false
  if (word.frame.has('obj')) return false
  const next = view.tokens[at + 1]
  return next !== undefined && /^(?:عن|علي)(?:ه|ها|هم|هما)?$/u.test(next.key)
}

function castOfNoun(view: SentenceView, trigger: Trigger, entities: readonly LocalEntity[], carried: Carried): Cast {
  const { word, at, last } = trigger
  const { slots, end } = readSlots(view, last + 1, [], word.frame)
  const cast = new CastBuilder(view, entities, carried, word.type)
  const gen = word.frame.get('gen') ?? 'NONE'
  if (trigger.suffix !== '') cast.addWho(carried.subject, gen)
  const owner = deedOwner(view, at)
  if (owner !== undefined) cast.addSlot({ party: owner, slot: 'np', nested: false, direct: true }, 'ACTOR')
  let adjectives = owner !== undefined || (word.lang === 'ar' && word.words.length > 1 && gen === 'ACTOR') ? 1 : 0
  let next = last + 1
  for (const slot of slots) {
    const party = view.parties[slot.party]
    if (party === undefined) continue
    if (slot.slot === 'np' && party.first - next <= 1) {
      const role = party.form === 'DEMONYM' && !party.acts ? (adjectives === 0 ? 'ACTOR' : 'RECIPIENT') : gen
      cast.addSlot({ ...slot, nested: false }, role)
      adjectives += 1
      next = party.last + 1
    } else if (slot.slot === 'بين' || slot.slot === 'between') {
      const first = cast.has('ACTOR') && PAIRED.has(word.type)
      cast.addSlot(slot, first ? 'RECIPIENT' : 'ACTOR')
    } else if (slot.slot === 'agent') cast.addSlot(slot, 'ACTOR')
    else cast.addSlot(slot, word.frame.get(slot.slot))
  }
  if (view.latin) englishBefore(view, at, cast, gen)
  if (trigger.place === 'PHRASE') cast.addWho(carried.subject, 'ACTOR')
  cast.promote(word.type, slots)
  return cast.finish(null, false, at, end)
}

/** "Israeli strikes", "Turkey's visit": who stands in front of an English noun. */
function englishBefore(view: SentenceView, at: number, cast: CastBuilder, gen: FrameRole): void {
  const index = view.partyAt[at - 1] ?? -1
  const owner = view.tokens[at - 1]?.text === "'s" ? (view.partyAt[at - 2] ?? -1) : index
  if (owner >= 0)
    cast.addSlot({ party: owner, slot: 'np', nested: false, direct: true }, gen === 'NONE' ? 'NONE' : 'ACTOR')
}

/** The party whom a relative clause belongs to. */
function antecedentOf(view: SentenceView, at: number): Party | undefined {
  let back = at - 1
  while (back > 0 && SKIPPED_BEFORE.has(view.tokens[back]?.key ?? '')) back -= 1
  if (classAt(view.tokens, back, 'relative') === undefined) return undefined
  let party = view.partyAt[back - 1] ?? -1
  if (party < 0 && view.tokens[back - 1]?.kind === 'PUNCTUATION') party = view.partyAt[back - 2] ?? -1
  return view.parties[party]
}

/** The party in front of a verb that is its subject. */
function partyBefore(view: SentenceView, at: number): Party | undefined {
  return nextBefore(view, at) ?? (view.latin ? undefined : acrossAside(view, at))
}

/** "لويس، الدبلوماسي السابق في إدارة كلينتون، قد حذر": the clause's own first party, over what describes it. */
function acrossAside(view: SentenceView, at: number): Party | undefined {
  let back = at - 1
  while (back > 0 && SKIPPED_BEFORE.has(view.tokens[back]?.key ?? '')) back -= 1
  if (view.tokens[back]?.kind !== 'PUNCTUATION') return undefined
  let found: Party | undefined
  for (; back >= 0 && view.boundary[back] === 0; back--) {
    if ((view.verbs[back] ?? []).length > 0) return undefined
    const party = view.parties[view.partyAt[back] ?? -1]
    if (party === undefined) continue
    const may = party.kind !== 'PLACE' && (party.acts || party.form !== 'DEMONYM')
    if (may && party.preposition === null && !party.joined) found = party
    back = party.first
  }
  return found
}

function nextBefore(view: SentenceView, at: number): Party | undefined {
  const { tokens } = view
  let back = at - 1
  for (; back >= 0; back--) {
    const token = tokens[back]
    if (token === undefined || view.boundary[back] === 1) return undefined
    if ((view.partyAt[back] ?? -1) >= 0) break
    if (view.latin && PRONOUNS.has(token.key)) return undefined
    if (view.timeAt[back] === 1 || token.kind !== 'WORD') continue
    if (SKIPPED_BEFORE.has(token.key)) continue
    if (!view.latin && ['negation', 'future', 'possibility'].some((name) => classAt(tokens, back, name))) continue
    if (!view.latin) return undefined
    if ((view.verbs[back] ?? []).some((verb) => !verb.nounLike)) return undefined
  }
  let index = view.partyAt[back] ?? -1
  while (view.latin && index > 0 && (view.parties[index]?.preposition ?? null) !== null) {
    const before = view.parties[index - 1]
    if (before === undefined || crosses(view, before.last, at)) break
    index -= 1
  }
  while (index > 0 && view.parties[index]?.joined === true) index -= 1
  const party = view.parties[index]
  if (party === undefined || party.preposition !== null || party.kind === 'PLACE') return undefined
  if (!view.latin && party.form === 'DEMONYM' && !party.acts) return undefined
  if (!view.latin && followsVerb(view, party.first)) return undefined
  return party
}

function crosses(view: SentenceView, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (view.boundary[at] === 1) return true
  return false
}

/** A party right behind a verb, with no boundary or comma between, belongs to that verb. */
function followsVerb(view: SentenceView, first: number): boolean {
  for (let back = first - 1; back >= 0 && first - back <= 6; back--) {
    if (view.boundary[back] === 1 || view.tokens[back]?.kind === 'PUNCTUATION') return false
    if ((view.verbs[back] ?? []).length > 0) return true
  }
  return false
}

function isPassive(
  view: SentenceView,
  trigger: Trigger,
  slots: readonly Slot[],
  bare: readonly Slot[],
  thing: boolean,
  hasBefore: boolean,
): boolean {
  const { verb, at, word } = trigger
  if (verb === null) return false
  if (view.latin) {
    if (verb.tense !== 'PAST') return false
    for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
      const token = view.tokens[back]
      if (token !== undefined && BE.has(token.key)) return true
      if ((view.partyAt[back] ?? -1) >= 0) break
    }
    return view.tokens[at + 1]?.key === 'by'
  }
  if (verb.voice === 'PASSIVE') return true
  if (verb.voice === 'ACTIVE' || verb.suffix !== null || verb.tense === 'PARTICIPLE') return false
  if (slots.some((slot) => slot.slot === 'agent')) return true
  if (hasDamma(view, at)) return true
  if (word.pos === 'light' || word.frame.get('obj') !== 'RECIPIENT' || !SUFFERED.has(word.type)) return false
  return hasBefore ? bare.length === 0 && !thing : bare.length <= 1 && !thing
}

/** The vowel sign that makes a passive, where the text writes it. */
function hasDamma(view: SentenceView, at: number): boolean {
  const text = view.tokens[at]?.text ?? ''
  return /^[وف]?.\u064f/u.test(text)
}

function startOf(_view: SentenceView, at: number, before: Party | undefined): number {
  return before !== undefined && before.first < at ? before.first : at
}

function group(view: SentenceView, party: Party): readonly Party[] {
  const first = view.parties.indexOf(party)
  const found = [party]
  for (let index = first + 1; view.parties[index]?.joined === true; index++) {
    const next = view.parties[index]
    if (next !== undefined) found.push(next)
  }
  return found
}

function isJoinedTo(view: SentenceView, first: number, index: number): boolean {
  for (let at = first + 1; at <= index; at++) if (view.parties[at]?.joined !== true) return false
  return index > first
}

function partiesOf(view: SentenceView, slots: readonly Slot[]): readonly Party[] {
  return slots.flatMap((slot) => view.parties[slot.party] ?? [])
}

/** The entities that parties stand for. */
export function whoOf(parties: readonly Party[], carried: Carried): Who {
  const found: number[] = []
  let country: number | null = null
  for (const party of parties) {
    country ??= party.country ?? (party.kind === 'COUNTRY' ? party.entity : null)
    if (party.kind === 'BOTH') found.push(...carried.pair)
    else if (party.kind === 'OWN_COUNTRY')
      found.push(...(carried.subject?.country == null ? [] : [carried.subject.country]))
    else if (party.entity !== null && party.kind !== 'PLACE') found.push(party.entity)
  }
  return { entities: found, country }
}

const NOBODY: Party = {
  entity: null,
  kind: 'UNNAMED',
  form: 'ROLE',
  first: -1,
  last: -1,
  preposition: null,
  acts: false,
  joined: false,
  country: null,
}

class CastBuilder {
  readonly #found = new Map<number, ParticipantRole>()
  readonly #type: string
  readonly #view: SentenceView
  readonly #entities: readonly LocalEntity[]
  readonly #carried: Carried
  #governed = false
  #fromPair = false
  /** Parties that the act is aimed at. */
  readonly #aims = new Set<number>()

  constructor(view: SentenceView, entities: readonly LocalEntity[], carried: Carried, type: string) {
    this.#type = type
    this.#view = view
    this.#entities = entities
    this.#carried = carried
  }

  has(role: ParticipantRole): boolean {
    return [...this.#found.values()].includes(role)
  }

  addParties(parties: readonly Party[]): void {
    this.#fromPair ||= parties.some((party) => party.kind === 'BOTH')
  }

  addWho(who: Who | null, role: FrameRole): void {
    const as = role === 'DESTINATION' ? 'RECIPIENT' : role
    if (who === null || as === 'NONE') return
    for (const entity of who.entities) if (!this.#found.has(entity)) this.#found.set(entity, as)
  }

  addSlot(slot: Slot, role: FrameRole | undefined): void {
    if (role === undefined || role === 'NONE') return
    const party = this.#view.parties[slot.party]
    if (slot.party >= 0 && party === undefined) return
    const goesOn = party?.joined === true && this.#aims.has(slot.party - 1)
    const aim = role === 'RECIPIENT' || role === 'DESTINATION'
    if (aim && !goesOn && (this.has('RECIPIENT') || (slot.nested && !AIMED.has(this.#type)))) return
    if (slot.slot !== 'np' && slot.slot !== 'agent') this.#governed = true
    if (party === undefined) {
      if (role !== 'THEME') this.addWho(this.#carried.subject, role)
      return
    }
    if (role === 'THEME' && party.kind === 'OWN_COUNTRY') return
    if (aim) this.#aims.add(slot.party)
    if ((role === 'DESTINATION' || (aim && STRIKES.has(this.#type))) && party.kind === 'PLACE') {
      const code = this.#entities[party.entity ?? -1]?.countryCode ?? null
      const country = this.#entities.findIndex((one) => one.kind === 'COUNTRY' && one.lexiconKey === code)
      if (code !== null && country >= 0) this.addWho({ entities: [country], country }, 'RECIPIENT')
      return
    }
    this.addWho(whoOf([party], this.#carried), role)
  }

  /** An act that names nobody as its aim is aimed at whose thing or place it names. */
  promote(type: string, slots: readonly Slot[]): void {
    if (!AIMED.has(type) || this.has('RECIPIENT')) return
    const themes = [...this.#found].filter(([, role]) => role === 'THEME')
    const [first] = themes
    if (first !== undefined) {
      this.#found.set(first[0], 'RECIPIENT')
      return
    }
    for (const slot of slots) {
      const party = this.#view.parties[slot.party]
      if (party?.kind !== 'COUNTRY' || !IN.has(slot.slot) || this.#found.has(party.entity ?? -1)) continue
      this.addWho(whoOf([party], this.#carried), 'RECIPIENT')
      return
    }
  }

  finish(subject: Who | null, stated: boolean, start: number, end: number): Cast {
    const participants = [...this.#found].map(([entity, role]) => ({ entity, role }))
    return { participants, subject, stated, start, end, governed: this.#governed, fromPair: this.#fromPair }
  }
}
