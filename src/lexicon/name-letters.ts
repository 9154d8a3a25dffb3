/**
 * How much a word looks like a name by its letters alone. Words of Arabic are made by patterns from roots; foreign names
 * are spelt with long vowels and clusters that those patterns do not have, and Arabic names have patterns of their own.
 * Two models of letters in context, one of the names that the lexicon lists and one of the words of running text, tell
 * the two apart; each backs off from three letters before to none (Witten and Bell's interpolation).
 */
import { foldKey } from '../text/fold.ts'
import { oncePerString } from '../text/once-per-string.ts'
import { familyNameForms } from './family-names.ts'
import { givenNameForms } from './given-names.ts'
import { plainWords } from './plain-words.ts'
import { runningWords } from './running-words.ts'

type Context = { total: number; readonly next: Map<string, number> }
type Letters = ReadonlyMap<string, Context>

const ORDER = 3
const SHORTEST = 3
const BEGIN = '^'
const END = '$'
/** A letter that no word has behind anything. */
const UNSEEN = 1 / 40

let models: { readonly names: Letters; readonly words: Letters } | null = null

/**
 * Log odds (natural) that a folded word without clitics is a name: above 0 names are likelier, above 3 by far. Words of
 * the lexicon should be asked there.
 */
export const nameLikeness: (key: string) => number = oncePerString((key) => {
  models ??= readModels()
  return logLikelihood(models.names, key) - logLikelihood(models.words, key)
})

function readModels() {
  const words = new Set([...runningWords, ...plainWords.keys()].filter(isSpelt))
  const names = new Set(
    [...givenNameForms, ...familyNameForms]
      .flatMap(({ lang, form }) => (lang === 'ar' ? foldKey(form).split(/[ -]/u) : []))
      .filter((part) => isSpelt(part) && !words.has(part)),
  )
  return { names: lettersOf(names), words: lettersOf(words) }
}

function isSpelt(word: string): boolean {
  return word.length >= SHORTEST && /^\p{Script=Arabic}+$/u.test(word)
}

function lettersOf(words: Iterable<string>): Letters {
  const letters = new Map<string, Context>()
  for (const word of words) {
    const spelt = BEGIN + word + END
    for (let at = 1; at < spelt.length; at++) {
      for (let length = 0; length <= Math.min(ORDER, at); length++) {
        const before = spelt.slice(at - length, at)
        const context = letters.get(before) ?? { total: 0, next: new Map<string, number>() }
        context.total += 1
        context.next.set(spelt.charAt(at), (context.next.get(spelt.charAt(at)) ?? 0) + 1)
        letters.set(before, context)
      }
    }
  }
  return letters
}

function logLikelihood(letters: Letters, word: string): number {
  const spelt = BEGIN + word + END
  let sum = 0
  for (let at = 1; at < spelt.length; at++) sum += Math.log(probability(letters, spelt, at))
  return sum
}

/** Of the letter at `at` behind what stands before it, from no letter to the longest context that was seen. */
function probability(letters: Letters, spelt: string, at: number): number {
  const letter = spelt.charAt(at)
  let value = UNSEEN
  for (let length = 0; length <= Math.min(ORDER, at); length++) {
    const context = letters.get(spelt.slice(at - length, at))
    if (context === undefined) break
    value = ((context.next.get(letter) ?? 0) + context.next.size * value) / (context.total + context.next.size)
  }
  return value
}
