/**
 * Who did it to whom: the parties around a word that tells of an act, by word order, prepositions, voice and the word's
 * own frame. Arabic has its subject behind the verb or in front of it; a relative clause has it in the noun that it
 * belongs to; where a clause names none, the subject before carries on.
 */
import type { FrameRole } from '../../lexicon/event-words.ts'
import type { LocalEntity } from '../annotations.ts'
import { type Carried, type Cast, CastBuilder, PAIRED, whoOf } from './cast-builder.ts'
import { readSlots, type Slot } from './clause-slots.ts'
import type { Party } from './party-draft.ts'
import type { SentenceView } from './sentence-view.ts'
import { antecedentOf, hasNounBefore, mayFollow, partyBefore } from './subjects.ts'
import { deedOwner, type Trigger } from './triggers.ts'
import { isImpersonal, isPassive } from './voice.ts'
import { classAt, isForm } from './word-class.ts'

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

function castOfVerb(view: SentenceView, trigger: Trigger, entities: readonly LocalEntity[], carried: Carried): Cast {
  const { word, verb, at } = trigger
  const own: number[] = []
  for (let to = trigger.last - word.words.length + 2; to <= trigger.last; to++) if (to > at) own.push(to)
  const { slots, end, thing, early } = readSlots(view, at + 1, own, word.frame)
  const antecedent = antecedentOf(view, at)
  const before = antecedent ?? partyBefore(view, at)
  const bare = slots.filter((slot) => slot.slot === 'np' && !slot.nested)
  const passive = isPassive(view, trigger, slots, bare, word.type === 'ACCUSE' ? thing : early, before !== undefined)
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
    const taken = new Set(subject)
    objects = bare.filter((slot) => partiesOf(view, [slot]).every((party) => !taken.has(party)))
  }
  const stated = subject.length > 0
  const who = stated
    ? whoOf(subject, carried)
    : (thing && mayFollow(view, at)) || hasOwnNoun(view, at) || hasNounBefore(view, at) || isImpersonal(view, trigger)
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
    else if (isForm(slot.slot, 'led-by')) cast.addSlot(slot, word.frame.get('obj'))
    else if (slot.slot !== 'np') cast.addSlot(slot, word.frame.get(slot.slot))
    else if (slot.nested && !passive) cast.addSlot(slot, word.pos === 'light' ? 'THEME' : word.frame.get('obj'))
  }
  cast.pairUp(word.type)
  cast.promote(word.type, slots)
  return cast.finish(who, stated, passive, startOf(at, before), end)
}

/** "الانتفاضة التي أطاحت به": the relative clause's subject is a noun that is no party. */
function hasOwnNoun(view: SentenceView, at: number): boolean {
  return !view.latin && classAt(view.tokens, at - 1, 'relative') !== undefined
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
  return cast.finish(null, false, false, at, end)
}

/** "Israeli strikes", "Turkey's visit": who stands in front of an English noun. */
function englishBefore(view: SentenceView, at: number, cast: CastBuilder, gen: FrameRole): void {
  const index = view.partyAt[at - 1] ?? -1
  const owner = view.tokens[at - 1]?.text === "'s" ? (view.partyAt[at - 2] ?? -1) : index
  if (owner >= 0)
    cast.addSlot({ party: owner, slot: 'np', nested: false, direct: true }, gen === 'NONE' ? 'NONE' : 'ACTOR')
}

function startOf(at: number, before: Party | undefined): number {
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
