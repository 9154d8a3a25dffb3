/**
 * Countries by their names and by the adjectives made from them. Strong forms stand for themselves, unless they name a
 * language, a water or a state of another country; weak forms (كوري, المملكة, مالي) need their country to be spoken of
 * in the same article in words that leave no doubt, and of one country only.
 */
import { type CountryForm, countryForms } from '../../lexicon/country-forms.ts'

import type { PhraseMatch } from '../../text/phrase-index.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { isContext } from './country-contexts.ts'
import { homographsIn } from './homographs-in.ts'
import { wordAfter, wordBefore } from './neighbours.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { hasArticle, isPreposition } from './words.ts'

type Found = {
  readonly sentence: AnalyzedSentence
  readonly at: number
  readonly match: PhraseMatch<CountryForm>
  /** The values that the context leaves. */
  readonly values: readonly CountryForm[]
}

/** Names and demonyms of countries; seats are left to `seatMentions`. */
export function countryMentions(text: ArticleText): Proposal[] {
  const found = text.sentences.flatMap(formsIn)
  const spoken = spokenOf(found)
  return found.flatMap(({ sentence, at, match, values }) => {
    const strong = values.filter(({ strength }) => strength === 'strong')
    const told = strong.length > 0 ? strong : undoubted(values, spoken)
    return told.map((value) =>
      propose(
        sentence,
        at,
        at + match.tokens,
        {
          kind: 'COUNTRY',
          form: value.form,
          lexiconKey: value.code,
          countryCode: value.code,
          confidence: value.strength === 'strong' ? 0.95 : 0.7,
          rule: value.form === 'NAME' ? 'country-name' : 'country-demonym',
          specificity: SPECIFICITY.lexicon,
        },
        match.start,
        match.end,
      ),
    )
  })
}

/** The longest form at each token, passing over what it covers. */
function formsIn(sentence: AnalyzedSentence): Found[] {
  const found: Found[] = []
  const seeming = homographsIn(sentence)
  for (let at = 0; at < sentence.tokens.length; ) {
    const [match] = seeming[at] ? [] : countryForms.matchAt(sentence.tokens, at)
    const values = match === undefined ? [] : fitting(sentence, at, match)
    if (match !== undefined && values.length > 0) found.push({ sentence, at, match, values })
    at += match?.tokens ?? 1
  }
  return found
}

/** What a form can be here: السعودية behind a definite noun is an adjective, elsewhere the country. */
function fitting(sentence: AnalyzedSentence, at: number, match: PhraseMatch<CountryForm>): readonly CountryForm[] {
  const before = wordBefore(sentence, at)
  const values = match.values.filter(({ form }) => form !== 'METONYM')
  const isBare = match.reading === null
  const after = wordAfter(sentence, at + match.tokens - 1)
  if (after?.script === 'LATIN' && isContext(after, 'language')) return []
  if (isContext(before, 'language') || isContext(wordBeforeThat(sentence, at), 'language')) return []
  if (isBare && isContext(before, 'water')) return values.filter(({ form }) => form === 'DEMONYM')
  const names = values.filter(({ form }) => form === 'NAME')
  const demonyms = values.filter(({ form }) => form === 'DEMONYM')
  if (names.length === 0 || demonyms.length === 0) return values
  const isAdjective = isBare && before !== undefined && hasArticle(before.key) && !isPreposition(before.key)
  return isAdjective ? demonyms : names
}

function wordBeforeThat(sentence: AnalyzedSentence, at: number) {
  return wordBefore(sentence, at) === undefined ? undefined : wordBefore(sentence, at - 1)
}

/** Codes that strong forms of one country speak of, with how often. */
function spokenOf(found: readonly Found[]): Map<string, number> {
  const spoken = new Map<string, number>()
  for (const { values } of found) {
    const strong = values.filter(({ strength }) => strength === 'strong')
    for (const { code } of strong) spoken.set(code, (spoken.get(code) ?? 0) + 1)
  }
  return spoken
}

/** Weak forms of the one country that the article speaks of; of several, none. */
function undoubted(values: readonly CountryForm[], spoken: ReadonlyMap<string, number>): readonly CountryForm[] {
  const told = values.filter(({ code }) => spoken.has(code))
  return new Set(told.map(({ code }) => code)).size === 1 ? told : []
}
