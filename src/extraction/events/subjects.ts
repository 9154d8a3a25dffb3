/**
 * Whose verb it is: the party in front of it, behind it, or in front of its relative pronoun. Arabic may have either
 * order; English turns round only behind a quotation.
 */
import { type Carried, type Who, whoOf } from './cast-builder.ts'
import { readSlots } from './clause-slots.ts'
import type { Party } from './party-draft.ts'
import type { SentenceView } from './sentence-view.ts'
import { classAt } from './word-class.ts'

/** Farthest from a verb that its subject may stand, in tokens. */
const REACH = 60
/** Farthest behind another verb that a party is still that verb's. */
const NEAR = 6

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

/** Whether a subject may stand behind the verb: not after a plural, a participle or أنه, which have theirs already. */
export function mayFollow(view: SentenceView, at: number): boolean {
  const verb = view.verbs[at]?.[0]
  if (view.latin || verb?.plural === true || verb?.tense === 'PARTICIPLE') return false
  let back = at - 1
  while (back > 0 && isBetween(view, back)) back -= 1
  return !/^[بلك]?(?:ان|لكن)(?:ه|ها|هم|هما|ي|ني|نا)$/u.test(view.tokens[back]?.key ?? '')
}

/** The party whom a relative clause belongs to. */
export function antecedentOf(view: SentenceView, at: number): Party | undefined {
  let back = at - 1
  while (back > 0 && isParticle(view, back)) back -= 1
  if (classAt(view.tokens, back, 'relative') === undefined) return undefined
  let party = view.partyAt[back - 1] ?? -1
  if (party < 0 && view.tokens[back - 1]?.kind === 'PUNCTUATION') party = view.partyAt[back - 2] ?? -1
  return view.parties[party]
}

/** The party in front of a verb that is its subject. */
export function partyBefore(view: SentenceView, at: number): Party | undefined {
  if (view.latin) return nextBefore(view, at)
  const topic = topicOf(view, at)
  // "X, and visited": what و begins has its subject from before, not beside it.
  if (topic !== undefined || view.verbs[at]?.[0]?.joined === true) return topic
  return nextBefore(view, at) ?? acrossAside(view, at) ?? openingParty(view, at)
}

/** "أن البحرية الإيرانية التابعة للحرس احتجزت": who opens the clause is the subject of its first verb. */
function openingParty(view: SentenceView, at: number): Party | undefined {
  let back = at - 1
  for (; back >= 0 && at - back <= REACH; back--) {
    if (view.boundary[back] === 1) break
    if ((view.verbs[back] ?? []).some((verb) => !verb.nounLike)) return undefined
    if (view.starts[back] === 1) {
      back -= 1
      break
    }
  }
  let first = back + 1
  while (first < at && isParticle(view, first)) first += 1
  const party = view.parties[view.partyAt[first] ?? -1]
  if (party === undefined || party.first !== first || party.preposition !== null || party.kind === 'PLACE')
    return undefined
  return party.acts || party.form !== 'DEMONYM' ? party : undefined
}

/** "أما X، وهو …، فطالب": the party behind أما, when the verb or a particle in front of it answers with ف. */
function topicOf(view: SentenceView, at: number): Party | undefined {
  let back = at
  while (back > 0 && !view.tokens[back]?.key.startsWith('ف') && isParticle(view, back - 1)) back -= 1
  if (view.tokens[back]?.key.startsWith('ف') !== true) return undefined
  for (; back >= 0 && at - back <= REACH; back--) {
    if (view.tokens[back]?.key !== 'اما') continue
    return view.parties.find((party) => party.first > back && party.first < at && party.first - back <= NEAR)
  }
  return undefined
}

/** A noun that is no party stands right in front of the verb and is its subject: "الملاحة ستستأنف". */
export function hasNounBefore(view: SentenceView, at: number): boolean {
  if (view.latin || view.verbs[at]?.[0]?.joined === true) return false
  let back = at - 1
  while (back >= 0 && isBetween(view, back)) back -= 1
  const token = view.tokens[back]
  if (token === undefined || token.kind !== 'WORD' || token.script !== 'ARABIC') return false
  if ((view.partyAt[back] ?? -1) >= 0 || view.boundary[back] === 1 || view.timeAt[back] === 1) return false
  if (SMALL.some((name) => classAt(view.tokens, back, name) !== undefined)) return false
  return !(view.verbs[back] ?? []).some((verb) => !verb.nounLike)
}

/** Small words that are no subject. */
const SMALL = ['preposition', 'condition', 'temporal', 'adverb', 'coordinator', 'complementizer', 'aside']

/** "لويس، الدبلوماسي السابق في إدارة كلينتون، قد حذر": the clause's own party, over what describes it. */
function acrossAside(view: SentenceView, at: number): Party | undefined {
  let back = at - 1
  while (back > 0 && isParticle(view, back)) back -= 1
  if (!isPause(view, back)) return undefined
  const name = nameBetween(view, back)
  if (name !== undefined) return name
  const opening = asideBefore(view, back)
  if (opening >= 0) return nextBefore(view, opening)
  let found: Party | undefined
  for (; back >= 0 && at - back <= REACH && view.boundary[back] === 0; back--) {
    if ((view.verbs[back] ?? []).length > 0) return undefined
    const party = view.parties[view.partyAt[back] ?? -1]
    if (party === undefined) continue
    const may = party.kind !== 'PLACE' && (party.acts || party.form !== 'DEMONYM')
    if (may && party.preposition === null && !party.joined) found = party
    back = party.first
    if (view.starts[back] === 1) break
  }
  return found !== undefined && isInitial(view, found.first) ? found : undefined
}

/** "سفير جورجيا، زوراب لوميدزه، هنأ": the name between two pauses is who the title in front stands for. */
function nameBetween(view: SentenceView, end: number): Party | undefined {
  const name = view.parties[view.partyAt[end - 1] ?? -1]
  if (name?.kind !== 'PERSON' || name.preposition !== null || name.added || !isPause(view, name.first - 1))
    return undefined
  const title = view.partyAt[name.first - 2] ?? -1
  return title >= 0 || (view.partyAt[name.first - 3] ?? -1) >= 0 ? name : undefined
}

/** The pause that opens the aside which ends at a pause: "X، الذي …،"; -1 where there is none. */
function asideBefore(view: SentenceView, end: number): number {
  for (let back = end - 1; back > 0 && end - back <= REACH; back--) {
    if (view.boundary[back] === 1 && view.tokens[back]?.kind === 'PUNCTUATION') return -1
    if (!isPause(view, back)) continue
    if (['relative', 'aside'].some((name) => classAt(view.tokens, back + 1, name) !== undefined)) return back
  }
  return -1
}

/** A comma or a dash. */
function isPause(view: SentenceView, at: number): boolean {
  return /^[,،–—-]$/u.test(view.tokens[at]?.text ?? '')
}

/** Nothing but small words stands between the clause's beginning and this word. */
function isInitial(view: SentenceView, first: number): boolean {
  let back = first - 1
  while (back >= 0 && view.starts[back + 1] === 0 && isParticle(view, back) && view.boundary[back] === 0) back -= 1
  const token = view.tokens[back]
  return token === undefined || view.starts[back + 1] === 1 || view.boundary[back] === 1 || token.kind !== 'WORD'
}

/** Words between a subject and its verb: particles, time, negation, what says that it is to come. */
function isBetween(view: SentenceView, at: number): boolean {
  if (view.timeAt[at] === 1 || isParticle(view, at)) return true
  return ['future', 'possibility', 'negation'].some((name) => classAt(view.tokens, at, name) !== undefined)
}

function nextBefore(view: SentenceView, at: number): Party | undefined {
  const { tokens } = view
  let back = at - 1
  let paused = false
  for (; back >= 0 && at - back <= REACH; back--) {
    const token = tokens[back]
    if (token === undefined || view.boundary[back] === 1) return undefined
    if ((view.partyAt[back] ?? -1) >= 0) break
    if (view.latin && classAt(tokens, back, 'pronoun') !== undefined) return undefined
    if (!view.latin && token.text === ')') back = openingOf(view, back)
    paused ||= isPause(view, back)
    if (view.timeAt[back] === 1 || token.kind !== 'WORD') continue
    if (isParticle(view, back)) continue
    if (!view.latin && isBetween(view, back)) continue
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
  if (view.latin) return party
  if ((party.form === 'DEMONYM' && !party.acts) || followsVerb(view, party.first)) return undefined
  return paused && !isInitial(view, party.first) ? undefined : party
}

/** The bracket that a closing one belongs to. */
function openingOf(view: SentenceView, at: number): number {
  for (let back = at - 1; back >= 0 && at - back <= REACH; back--) if (view.tokens[back]?.text === '(') return back
  return at
}

function crosses(view: SentenceView, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (view.boundary[at] === 1) return true
  return false
}

/** A party right behind a verb, with no boundary or comma between, belongs to that verb. */
function followsVerb(view: SentenceView, first: number): boolean {
  for (let back = first - 1; back >= 0 && first - back <= NEAR; back--) {
    if (view.boundary[back] === 1 || view.starts[back + 1] === 1) return false
    if (view.tokens[back]?.kind === 'PUNCTUATION') return false
    if ((view.verbs[back] ?? []).length > 0) return true
  }
  return false
}

/** Words that stand between a subject and its verb and decide nothing: قد, كان, لا يزال. */
function isParticle(view: SentenceView, at: number): boolean {
  return classAt(view.tokens, at, 'particle') !== undefined || classAt(view.tokens, at, 'negation') !== undefined
}
