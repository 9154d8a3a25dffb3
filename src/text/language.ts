/**
 * Which language a text is written in, by its letters and its commonest words. Made for the languages of the news that
 * we read (Arabic, English) and those that are met beside them; not a general detector.
 */
import { foldKey } from './fold.ts'
import { readTable } from './table.ts'
import { tokenize } from './tokens.ts'

const WORDS = new Map<string, string[]>()
for (const row of readTable(new URL('./function-words.tsv', import.meta.url), ['lang', 'form', 'gloss', 'source'])) {
  const key = foldKey(row.form)
  WORDS.set(key, [...(WORDS.get(key) ?? []), row.lang])
}

const LANGUAGES: ReadonlySet<string> = new Set([...WORDS.values()].flat())
/** A text with a smaller share of a language's commonest words is hardly in it. */
const SPARSE = 0.12
const FEW_KNOWN = 2
const FEW_WORDS = 8
/** Enough to tell; a longer text tells no more. */
const SAMPLE = 4000
const PERSIAN_LETTERS = /[پچژگ]/gu
const URDU_LETTERS = /[ٹڈڑےں]/gu

/**
 * BCP 47 of the text's language; `und` when it has no letters of a known script.
 * @param declared what somebody said that it is, often from a template; believed of a language that no words here tell,
 *   and of a text of a few words, if it is written in that language's letters
 */
export function languageOf(text: string, declared: string | null = null): string {
  const sample = text.slice(0, SAMPLE)
  const found = languageIn(sample)
  const language = declared === null || found === declared ? null : localeOf(declared)
  if (language === null) return found
  if (found === 'und') return /^(?:Latn|Arab)$/.test(language.script) ? found : language.name
  if (language.script !== localeOf(found)?.script) return found
  if (!LANGUAGES.has(found)) return language.name
  const words = tokenize(sample)
  const count = (name: string) => words.filter((word) => WORDS.get(word.key)?.includes(name)).length
  const known = count(found)
  const doubtful = LANGUAGES.has(language.name)
    ? words.length < FEW_WORDS || count(language.name) >= known
    : known < FEW_KNOWN || known < SPARSE * words.length
  return doubtful ? language.name : found
}

/** A language by its name alone, and the letters that it is written in; null for what is no language. */
function localeOf(tag: string): { readonly name: string; readonly script: string } | null {
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize()
    return { name: language, script: script ?? '' }
  } catch {
    return null
  }
}

function languageIn(sample: string): string {
  const arabic = count(sample, /\p{Script=Arabic}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  if (arabic === 0 && latin === 0) return otherScript(sample)
  if (arabic > latin / 2) return best(sample, arabicScriptScores(sample, arabic), 'ar')
  return best(sample, new Map(), 'en')
}

function arabicScriptScores(sample: string, letters: number): Map<string, number> {
  const urdu = count(sample, URDU_LETTERS)
  const persian = count(sample, PERSIAN_LETTERS)
  // Foreign names bring such letters into Arabic, too; one in forty and more than a few are more than that.
  const many = (number: number) => (number > 2 && number > letters / 40 ? number : 0)
  return new Map([
    ['ur', many(urdu)],
    ['fa', many(persian)],
  ])
}

function best(sample: string, scores: Map<string, number>, preferred: string): string {
  for (const token of tokenize(sample)) {
    for (const language of WORDS.get(token.key) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1)
  }
  const arabicScript = preferred === 'ar'
  let winner = preferred
  for (const [language, score] of scores) {
    if (['ar', 'fa', 'ur'].includes(language) !== arabicScript) continue
    if (score > (scores.get(winner) ?? 0)) winner = language
  }
  return winner
}

function otherScript(sample: string): string {
  if (/\p{Script=Hebrew}/u.test(sample)) return 'he'
  if (/\p{Script=Cyrillic}/u.test(sample)) return 'ru'
  if (/\p{Script=Greek}/u.test(sample)) return 'el'
  return 'und'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
