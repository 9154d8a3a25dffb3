/**
 * The written forms of an Arabic verb, from its dictionary form (the past, he did) and, where rules do not give it, its
 * present. Forms are folded keys: without vowel signs active and passive are often written alike, and then `voice` is
 * null and only the sentence can tell. Persons that news does not use (you, the feminine plural) are left out.
 *
 * The present is formed as grammars teach it: derived verbs drop their alef (انسحب ينسحب, أعلن يعلن), a hollow
 * fourth or tenth form has ي (أقال يقيل, استعاد يستعيد), a final alef maqsura becomes ي.
 */
import { foldKey } from '../text/fold.ts'

export type Tense = 'PAST' | 'PRESENT' | 'FUTURE' | 'JUSSIVE' | 'PARTICIPLE'

/** One written form. `number` and `feminine` are the subject's; plural forms are not used before a named subject. */
export type ArabicVerbForm = {
  readonly key: string
  readonly tense: Tense
  readonly voice: 'ACTIVE' | 'PASSIVE' | null
  readonly number: 'SINGULAR' | 'DUAL' | 'PLURAL'
  readonly feminine: boolean
  readonly firstPerson: boolean
}

type Voice = ArabicVerbForm['voice']
type Ending = readonly [suffix: string, number: ArabicVerbForm['number'], feminine: boolean, firstPerson: boolean]

const PAST_ENDINGS: readonly Ending[] = [
  ['', 'SINGULAR', false, false],
  ['ت', 'SINGULAR', true, false],
  ['ا', 'DUAL', false, false],
  ['تا', 'DUAL', true, false],
  ['وا', 'PLURAL', false, false],
  ['نا', 'PLURAL', false, true],
]
const WEAK_PAST_ENDINGS: readonly Ending[] = PAST_ENDINGS.filter(([suffix]) => suffix !== '' && suffix !== 'نا')
const PRESENT_ENDINGS: readonly (readonly [prefix: string, ...Ending])[] = [
  ['ي', '', 'SINGULAR', false, false],
  ['ت', '', 'SINGULAR', true, false],
  ['ن', '', 'PLURAL', false, true],
  ['ا', '', 'SINGULAR', false, true],
  ['ي', 'ان', 'DUAL', false, false],
  ['ي', 'ا', 'DUAL', false, false],
  ['ت', 'ان', 'DUAL', true, false],
  ['ي', 'ون', 'PLURAL', false, false],
  ['ي', 'وا', 'PLURAL', false, false],
]
const PARTICIPLE_ENDINGS: readonly Ending[] = [
  ['ا', 'SINGULAR', false, false],
  ['ه', 'SINGULAR', true, false],
  ['ين', 'PLURAL', false, false],
  ['ون', 'PLURAL', false, false],
]
const LONG = /^(.)[اوي](.)$/u

/** All written forms of a verb; ``stems` is its present and active participle as `present/participle` (a
 * participle of `-`: none, as it is another word), or "". */
export function arabicVerbForms(past: string, stems: string): readonly ArabicVerbForm[] {
  const id = `${past}/${stems}`
  const made = MADE.get(id) ?? makeForms(past, stems)
  MADE.set(id, made)
  return made
}

/** Several rooms ask for the forms of the same listed verbs. */
const MADE = new Map<string, readonly ArabicVerbForm[]>()

function makeForms(past: string, stems: string): readonly ArabicVerbForm[] {
  const plain = past
    .normalize('NFD')
    .replace(/[\u064b-\u0652]/gu, '')
    .normalize('NFC')
  const [given = '', participle = ''] = stems.split('/')
  const present = given === '' ? presentOf(plain) : foldKey(given)
  const forms = [...pastForms(plain), ...presentForms(present), ...participleForms(present, participle, plain)]
  return [...new Map(forms.map((form) => [`${form.key} ${form.tense} ${form.voice} ${form.number}`, form])).values()]
}

/** The present that rules give for a dictionary form, folded: أعلن → يعلن. */
export function presentOf(past: string): string {
  const key = foldKey(past)
  const final = past.endsWith('ا') && key.length === 3 ? `${key.slice(0, -1)}و` : key
  if (past.startsWith('أ') && key.length >= 4) {
    const rest = final.slice(1)
    return `ي${rest.replace(/^(.)ا(.)$/u, '$1ي$2')}`
  }
  if (past.startsWith('ا') && key.length >= 4) return `ي${final.slice(1).replace(/^(ست.)ا(.)$/u, '$1ي$2')}`
  return `ي${final}`
}

function pastForms(past: string): ArabicVerbForm[] {
  const key = foldKey(past)
  const weak = /[ىا]$/u.test(past)
  const voice: Voice = passiveStem(past) === key || past.endsWith('ى') ? null : 'ACTIVE'
  const forms: ArabicVerbForm[] = []
  if (weak) {
    const stem = key.slice(0, -1)
    forms.push(form(key, 'PAST', voice, PAST_ENDINGS[0]))
    for (const ending of WEAK_PAST_ENDINGS) {
      const glide = ending[0] === 'ا' ? (past.endsWith('ا') ? 'و' : 'ي') : ''
      forms.push(form(stem + glide + ending[0], 'PAST', 'ACTIVE', ending))
    }
    forms.push(form(`${stem}ا`, 'PAST', 'ACTIVE', PAST_ENDINGS[0]))
    forms.push(form(`${stem}ي`, 'PAST', past.endsWith('ا') ? 'PASSIVE' : voice, PAST_ENDINGS[0]))
    forms.push(form(`${stem}يت`, 'PAST', 'PASSIVE', PAST_ENDINGS[1]))
    return forms
  }
  for (const ending of PAST_ENDINGS) forms.push(form(key + ending[0], 'PAST', voice, ending))
  const passive = passiveStem(past)
  if (passive !== key)
    for (const ending of PAST_ENDINGS) forms.push(form(passive + ending[0], 'PAST', 'PASSIVE', ending))
  return forms
}

/** The passive past where it is written with other letters: أقال أقيل, اغتال اغتيل, هاجم هوجم. */
function passiveStem(past: string): string {
  const key = foldKey(past)
  if (/^.ا.$/u.test(key)) return key.replace('ا', 'ي')
  if (/^[اأ].+ا.$/u.test(past) && !/ا$/u.test(past)) return `${key.slice(0, -2)}ي${key.slice(-1)}`
  if (/^.ا..$/u.test(key) && !past.startsWith('أ')) return key.replace('ا', 'و')
  return key
}

function presentForms(present: string): ArabicVerbForm[] {
  const stem = present.slice(1)
  const weak = /[ويا]$/u.test(stem)
  const hollow = LONG.test(stem) || /^.{1,3}[وي].$/u.test(stem)
  const voice: Voice = hollow ? 'ACTIVE' : null
  const forms: ArabicVerbForm[] = []
  for (const [prefix, ...ending] of PRESENT_ENDINGS) {
    const cut = weak && ending[0].startsWith('و') ? stem.slice(0, -1) : stem
    for (const tense of ['PRESENT', 'FUTURE'] as const) {
      if (prefix === 'ا' && tense === 'PRESENT') continue
      const key = (tense === 'FUTURE' ? 'س' : '') + prefix + cut + ending[0]
      forms.push(form(key, tense, voice, ending))
      if (hollow && ending[0] === '') {
        const passive = `${key.slice(0, -2)}ا${key.slice(-1)}`
        if (passive !== key) forms.push(form(passive, tense, 'PASSIVE', ending))
      }
    }
    if (ending[0] !== '' || prefix === 'ا') continue
    const short = weak ? stem.slice(0, -1) : hollow ? stem.slice(0, -2) + stem.slice(-1) : ''
    if (short.length > 1) forms.push(form(prefix + short, 'JUSSIVE', 'ACTIVE', ending))
  }
  return forms
}

function participleForms(present: string, participle: string, past: string): ArabicVerbForm[] {
  const derived = foldKey(past).length >= 4
  if (participle === '-') return []
  const weak = /[ويا]$/u.test(present)
  const given = foldKey(participle).replace(/ي$/u, '')
  const stem = given !== '' ? given : derived ? `م${weak ? present.slice(1, -1) : present.slice(1)}` : ''
  if (stem === '') return []
  return PARTICIPLE_ENDINGS.map((ending) => {
    const glide = weak && (ending[0] === 'ا' || ending[0] === 'ه') ? 'ي' : ''
    return form(stem + glide + ending[0], 'PARTICIPLE', 'ACTIVE', ending)
  })
}

function form(key: string, tense: Tense, voice: Voice, ending: Ending | undefined): ArabicVerbForm {
  const [, number = 'SINGULAR', feminine = false, firstPerson = false] = ending ?? []
  return { key, tense, voice, number, feminine, firstPerson }
}
