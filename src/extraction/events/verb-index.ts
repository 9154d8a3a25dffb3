/**
 * Reads a word as a verb: the acts and the speech that it may tell of, its tense and voice. Arabic words may carry و or
 * ف in front and a pronoun object behind; those are taken off only where what is left is a form that we know.
 */
import { type ArabicVerbForm, arabicVerbForms, type Tense } from '../../lexicon/arabic-verb-forms.ts'
import { englishVerbForms } from '../../lexicon/english-verb-forms.ts'
import { type EventWord, eventWords } from '../../lexicon/event-words.ts'
import { type SpeechManner, speechVerbs } from '../../lexicon/speech-verbs.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { Token } from '../../text/tokens.ts'

/** One way to read a word as a form of a verb. */
export type VerbReading = {
  /** Dictionary form. */
  readonly lemma: string
  readonly tense: Tense | 'BASE' | 'ING'
  /** Null where the writing leaves it open. */
  readonly voice: 'ACTIVE' | 'PASSIVE' | null
  readonly plural: boolean
  readonly feminine: boolean
  readonly firstPerson: boolean
  /** Written with و or ف in front. */
  readonly joined: boolean
  /** Pronoun object, folded. */
  readonly suffix: string | null
  /** The form might as well be the verbal noun (طلب, تعاون), or in English a noun (attack). */
  readonly nounLike: boolean
  readonly events: readonly EventWord[]
  /** How it tells of speech; null where it does not. */
  readonly speech: SpeechManner | null
}

type Lemma = { readonly lemma: string; readonly events: EventWord[]; speech: SpeechManner | null }
type Entry = {
  readonly lemma: Lemma
  readonly form: Omit<VerbReading, 'lemma' | 'joined' | 'suffix' | 'events' | 'speech'>
}

const OBJECTS = ['هما', 'هم', 'ها', 'نا', 'ه', 'ني']
/** Acts of speech: their participles go along with another verb (مطالبا, رافضين); others are mostly adjectives. */
export const SPOKEN: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT', 'STATEMENT'])
/** Third-form verbs: their participles are written like nouns and adjectives (محاكمة, لاحق). */
const MASDAR = /^.ا../u
const ARABIC = arabicIndex()
const ENGLISH = englishIndex()

/** The readings of a token as a verb; empty when it is none that we know. */
export const readVerb: (token: Token) => readonly VerbReading[] = oncePerWord((token) =>
  token.kind === 'WORD' ? readingsOf(token) : [],
)

function readingsOf(token: Token): readonly VerbReading[] {
  if (token.script === 'LATIN') return readings(ENGLISH, token.key, false, null)
  if (token.script !== 'ARABIC') return []
  const whole = arabicReadings(token.key, false).filter((reading) => fits(token.text, reading))
  if (token.key.length < 4 || !/^[وف]/u.test(token.key)) return whole
  return [...whole, ...arabicReadings(token.key.slice(1), true).filter((reading) => fits(token.text.slice(1), reading))]
}

/** What folding hides speaks against a reading: a noun's ة or إ, a hamza that the verb has not. */
function fits(text: string, reading: VerbReading): boolean {
  const written = text
    .normalize('NFD')
    .replace(/[\u064b-\u0652\u0670\u0640]/gu, '')
    .normalize('NFC')
  if (reading.tense === 'PARTICIPLE') {
    return (
      !(reading.feminine && MASDAR.test(reading.lemma)) && (reading.speech !== null || reading.events.some(isSpoken))
    )
  }
  if (/ة$/u.test(written) || written.startsWith('إ')) return false
  if (/.أ/u.test(written) && !/[أؤئ]/u.test(reading.lemma) && !reading.firstPerson) return false
  return true
}

function isSpoken(word: EventWord): boolean {
  return SPOKEN.has(word.type)
}

function arabicReadings(key: string, joined: boolean): VerbReading[] {
  const found = readings(ARABIC, key, joined, null)
  if (found.length > 0) return found
  for (const suffix of OBJECTS) {
    const rest = key.slice(0, -suffix.length)
    if (!key.endsWith(suffix) || rest.length < 3) continue
    const carried = readings(ARABIC, rest, joined, suffix).filter((reading) => !reading.firstPerson)
    if (carried.length > 0) return carried
    // The plural drops its alef before a pronoun: هاجموه is هاجموا + ه.
    const plural = rest.endsWith('و') ? readings(ARABIC, `${rest}ا`, joined, suffix) : []
    if (plural.length > 0) return plural
  }
  return []
}

function readings(index: ReadonlyMap<string, readonly Entry[]>, key: string, joined: boolean, suffix: string | null) {
  return (index.get(key) ?? []).map(({ lemma, form }) => ({
    ...form,
    lemma: lemma.lemma,
    events: lemma.events,
    speech: lemma.speech,
    joined,
    suffix,
  }))
}

function arabicIndex(): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const [id, lemma] of lemmas('ar')) {
    const [past = '', stems = ''] = id.split('|')
    for (const form of arabicVerbForms(past, stems)) add(index, form.key, { lemma, form: arabicForm(form, past) })
  }
  return index
}

function arabicForm(form: ArabicVerbForm, past: string): Entry['form'] {
  const bare = form.tense === 'PAST' && form.number === 'SINGULAR' && !form.feminine && form.voice !== 'PASSIVE'
  return {
    tense: form.tense,
    voice: form.voice,
    plural: form.number !== 'SINGULAR',
    feminine: form.feminine,
    firstPerson: form.firstPerson,
    nounLike:
      (bare && (past.length === 3 || past.startsWith('ت'))) || (form.number === 'DUAL' && form.tense === 'PAST'),
  }
}

function englishIndex(): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const [id, lemma] of lemmas('en')) {
    const [base = '', stems = ''] = id.split('|')
    for (const { key, form } of englishVerbForms(base, stems)) {
      const tense = form === 'PRESENT' ? 'PRESENT' : form === 'BASE' ? 'BASE' : form === 'ING' ? 'ING' : 'PAST'
      const nounLike = form === 'BASE' || form === 'PRESENT' || form === 'ING'
      const rest = { voice: null, plural: false, feminine: false, firstPerson: false, nounLike }
      add(index, key, { lemma, form: { tense, ...rest } })
    }
  }
  return index
}

/** Verbs by dictionary form and stems, with all that is told by them. */
function lemmas(lang: 'ar' | 'en'): ReadonlyMap<string, Lemma> {
  const found = new Map<string, Lemma>()
  const lemmaOf = (form: string, stems: string): Lemma => {
    const id = `${form}|${stems}`
    const known: Lemma = found.get(id) ?? { lemma: form, events: [], speech: null }
    found.set(id, known)
    return known
  }
  for (const word of eventWords) {
    const verb = word.words[0]
    if (word.lang !== lang || (word.pos !== 'verb' && word.pos !== 'light') || verb === undefined) continue
    lemmaOf(verb, word.stems).events.push(word)
  }
  for (const verb of speechVerbs) {
    if (verb.lang === lang && verb.pos === 'verb') lemmaOf(verb.form, verb.stems).speech = verb.manner
  }
  return found
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key) ?? []
  if (!entries.some((known) => known.lemma === entry.lemma)) entries.push(entry)
  index.set(key, entries)
}
