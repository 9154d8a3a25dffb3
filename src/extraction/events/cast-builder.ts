/** Gathers the people of one act, place by place, and decides who of them it is aimed at. */
import type { FrameRole } from '../../lexicon/event-words.ts'
import type { FuzzyDate } from '../../time/fuzzy-date.ts'
import type { LocalEntity, ParticipantAnnotation, ParticipantRole } from '../annotations.ts'
import { knownEntity } from '../known-entities.ts'
import type { Slot } from './clause-slots.ts'
import type { Party } from './party-draft.ts'
import type { SentenceView } from './sentence-view.ts'
import { isForm } from './word-class.ts'

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
  /** Told from the side of who suffers it. */
  readonly passive: boolean
  /** Its people are "the two sides" of an act told before. */
  readonly fromPair: boolean
  /** One of the prepositions that the word itself governs stands in the clause. */
  readonly governed: boolean
}

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
/** Acts that take two sides. */
export const PAIRED: ReadonlySet<string> = new Set(['CONSULT', 'COOPERATE', 'AGREE'])
/** Acts that strike a country where they strike a place of it. */
const STRIKES = new Set(['ASSAULT', 'COERCE'])

/** The people of one act as they are found. */
export class CastBuilder {
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

  /** Whether somebody has that part already. */
  has(role: ParticipantRole): boolean {
    return [...this.#found.values()].includes(role)
  }

  /** Takes note of who the subject is made of. */
  addParties(parties: readonly Party[]): void {
    this.#fromPair ||= parties.some((party) => party.kind === 'BOTH')
  }

  /** Adds people in a part; who is known already keeps his first one. */
  addWho(who: Who | null, role: FrameRole): void {
    const as = role === 'DESTINATION' ? 'RECIPIENT' : role
    if (who === null || as === 'NONE') return
    for (const entity of who.entities) if (!this.#found.has(entity)) this.#found.set(entity, as)
  }

  /** Adds the party of a place in the part that the frame gives that place. */
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
      const country = knownEntity(this.#entities, 'COUNTRY', code)
      if (country !== null) this.addWho({ entities: [country], country }, 'RECIPIENT')
      return
    }
    this.addWho(whoOf([party], this.#carried), role)
  }

  /** "عُقد لقاء جمع X وY": those whom a meeting is said of hold it with each other. */
  pairUp(type: string): void {
    if (!PAIRED.has(type) || this.has('ACTOR') || this.has('RECIPIENT')) return
    const [first, second] = [...this.#found].filter(([entity]) => this.#entities[entity]?.kind !== 'PLACE')
    if (first === undefined || second === undefined) return
    this.#found.set(first[0], 'ACTOR')
    this.#found.set(second[0], 'RECIPIENT')
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
      if (party?.kind !== 'COUNTRY' || !isForm(slot.slot, 'aim-preposition') || this.#found.has(party.entity ?? -1))
        continue
      this.addWho(whoOf([party], this.#carried), 'RECIPIENT')
      return
    }
  }

  /** The cast; `start` and `end` (exclusive) are tokens. */
  finish(subject: Who | null, stated: boolean, passive: boolean, start: number, end: number): Cast {
    const participants = [...this.#found].map(([entity, role]) => ({ entity, role }))
    return { participants, subject, stated, passive, start, end, governed: this.#governed, fromPair: this.#fromPair }
  }
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
