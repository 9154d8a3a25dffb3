/** Whether a verb is passive where Arabic writes both voices alike, or English has a form of "be" in front. */
import type { Slot } from './clause-slots.ts'
import type { SentenceView } from './sentence-view.ts'
import { mayFollow } from './subjects.ts'
import type { Trigger } from './triggers.ts'
import { classAt } from './word-class.ts'

/** Acts whose past is written alike in both voices and whose subject is mostly the one who suffers it. */
const SUFFERED = new Set(['ACCUSE', 'ASSAULT', 'COERCE', 'APPOINT', 'CONCEDE', 'AID'])
/** Farthest in front of an English participle that its "be" may stand. */
const REACH = 4

/** "أُفرج عنه", "قبض على": no subject, a preposition at once, and no و that would carry one on. */
export function isImpersonal(view: SentenceView, trigger: Trigger): boolean {
  const { verb, word, at } = trigger
  if (view.latin || verb === null || verb.joined || verb.plural || verb.voice === 'ACTIVE' || verb.tense !== 'PAST')
    return false
  if (word.frame.has('obj')) return false
  const next = view.tokens[at + 1]
  return next !== undefined && /^(?:عن|علي)(?:ه|ها|هم|هما)?$/u.test(next.key)
}

/** Whether the act is told from the side of who suffers it. */
export function isPassive(
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
    for (let back = at - 1; back >= 0 && at - back <= REACH; back--) {
      const token = view.tokens[back]
      if (token !== undefined && classAt(view.tokens, back, 'be') !== undefined) return true
      if ((view.partyAt[back] ?? -1) >= 0) break
    }
    return view.tokens[at + 1]?.key === 'by'
  }
  if (verb.voice === 'PASSIVE') return true
  if (verb.voice === 'ACTIVE' || verb.suffix !== null || verb.tense === 'PARTICIPLE') return false
  if (slots.some((slot) => slot.slot === 'agent')) return true
  if (hasDamma(view, at)) return true
  if (word.pos === 'light' || word.frame.get('obj') !== 'RECIPIENT' || !SUFFERED.has(word.type)) return false
  // "اتُهم فلان بالفساد": without what he is accused of, whoever stands alone behind the verb accuses.
  const alone = view.parties[bare[0]?.party ?? -1]
  if (word.type === 'ACCUSE' && !/^ب/u.test(view.tokens[(alone?.last ?? at) + 1]?.key ?? '')) return false
  // "مؤكدا أنه استهدف مسلحين": the subject is in the particle, so what follows is the object.
  if (!hasBefore && !mayFollow(view, at) && (bare.length > 0 || thing)) return false
  return hasBefore ? bare.length === 0 && !thing : bare.length <= 1 && !thing
}

/** The vowel sign that makes a passive, where the text writes it. */
function hasDamma(view: SentenceView, at: number): boolean {
  const text = view.tokens[at]?.text ?? ''
  return /^[وف]?.\u064f/u.test(text)
}
