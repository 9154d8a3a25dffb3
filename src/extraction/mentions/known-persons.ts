/**
 * Public figures by the forms that the lexicon knows. Full names and strong short forms (بوتين) stand alone; a family name
 * that is more than one figure's or an everyday word (الأسد) stands only behind a title or beside the figure's country.
 */
import { offices } from '../../lexicon/offices.ts'
import { type PersonForm, persons, publicFigures } from '../../lexicon/persons.ts'
import { wordReadings } from '../../text/clitics.ts'
import { foldKey } from '../../text/fold.ts'
import { oncePerString } from '../../text/once-per-string.ts'
import { oncePerWord } from '../../text/once-per-word.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { nameParts } from './name-parts.ts'
import type { NamesInSentence } from './names-in-sentence.ts'
import { type Proposal, propose, SPECIFICITY } from './proposal.ts'
import { isGivenName, type TitlePhrase } from './title-phrases.ts'
import { hasArticle, isPlain, isSpeltClosed } from './words.ts'

/** Figures by their family name, folded. */
const FAMILIES: ReadonlyMap<string, readonly string[]> = readFamilies()

/** Mentions of public figures. */
export function knownPersons(
  text: ArticleText,
  namesOf: (sentence: AnalyzedSentence) => NamesInSentence,
  titlesOf: (sentence: AnalyzedSentence) => readonly TitlePhrase[],
): Proposal[] {
  return text.sentences.flatMap((sentence) => {
    const names = namesOf(sentence)
    const codes = new Set(names.all.flatMap(({ kind, lexiconKey }) => (kind === 'COUNTRY' ? (lexiconKey ?? []) : [])))
    const titles = new Map(titlesOf(sentence).map((title) => [title.last, title]))
    const found: Proposal[] = []
    for (const at of sentence.tokens.keys()) {
      const title = titles.get(at)
      found.push(...listed(sentence, at, title, names), ...byFamily(sentence, at, title, codes))
    }
    return found
  })
}

/** The figure that a name found by other rules belongs to: its own form, or a longer one of the same beginning. */
export function figureNamed(words: string, title: TitlePhrase | null): string | null {
  const forms = figuresOf(words)
  const found = new Set(forms.filter((form) => fits(form, title)).map(({ key }) => key))
  if (found.size === 1) return [...found][0] ?? null
  const parts = nameParts(words)
  for (let length = parts.length - 1; length > 1; length--) {
    const shorter = figuresOf(words.split(' ').slice(0, length).join(' ')).filter(({ use }) => use !== 'short')
    const keys = new Set(shorter.map(({ key }) => key))
    if (keys.size === 1) return [...keys][0] ?? null
  }
  return null
}

const figuresOf = oncePerString((words) => persons.get(words))

function listed(
  sentence: AnalyzedSentence,
  at: number,
  title: TitlePhrase | undefined,
  names: NamesInSentence,
): Proposal[] {
  const match = persons.matchAt(sentence.tokens, at)[0]
  const token = sentence.tokens[at]
  if (match === undefined || token === undefined) return []
  if (match.tokens === 1 && (isSpeltClosed(token) || (title === undefined && (isPlain(token) || names.covers(at)))))
    return []
  const forms = match.values.filter((form) => form.strength === 'strong' || (title !== undefined && fits(form, title)))
  const keys = new Set(forms.map(({ key }) => key))
  const [form] = forms
  if (form === undefined) return []
  const isFull = forms.some(({ use }) => use !== 'short')
  const facts = {
    kind: 'PERSON',
    form: 'NAME',
    lexiconKey: keys.size === 1 ? form.key : null,
    countryCode: null,
    confidence: isFull ? 0.98 : 0.85,
    rule: isFull ? 'figure-name' : 'figure-short-name',
    specificity: SPECIFICITY.lexicon,
  } as const
  const honorific = honorificAt(sentence, at, match.tokens)
  const start = honorific === 0 ? match.start : (sentence.tokens[at + honorific]?.start ?? match.start)
  return [propose(sentence, at + honorific, at + match.tokens, facts, start, match.end)]
}

/** «الملك سلمان» is a title and a name: tokens of the title that a form begins with. */
function honorificAt(sentence: AnalyzedSentence, at: number, tokens: number): number {
  const office = isGivenName(sentence, at) ? undefined : offices.matchAt(sentence.tokens, at)[0]
  return office !== undefined && office.tokens < tokens ? office.tokens : 0
}

/** «الأسد» beside سوريا, «الرئيس السيسي»: the family name of one figure whose country the sentence names. */
function byFamily(
  sentence: AnalyzedSentence,
  at: number,
  title: TitlePhrase | undefined,
  codes: ReadonlySet<string>,
): Proposal[] {
  const token = sentence.tokens[at]
  if (token === undefined || token.script !== 'ARABIC' || codes.size === 0) return []
  for (const { figures, start } of familiesOf(token)) {
    const near = figures.filter((figure) => codes.has(publicFigures.get(figure)?.countryCode ?? ''))
    const [figure] = near
    if (figure === undefined || isPlain(token)) continue
    const heads = near.filter((one) =>
      ['president', 'king', 'prime-minister'].includes(publicFigures.get(one)?.office ?? ''),
    )
    const chosen = near.length === 1 ? figure : heads.length === 1 ? (heads[0] ?? null) : null
    const facts = {
      kind: 'PERSON',
      form: 'NAME',
      lexiconKey: chosen,
      countryCode: null,
      confidence: title === undefined ? 0.6 : 0.8,
      rule: 'figure-family-name',
      specificity: SPECIFICITY.shape,
    } as const
    return [propose(sentence, at, at + 1, facts, token.start + start)]
  }
  return []
}

/** Readings of a word as a family name, placed in the word. */
const familiesOf = oncePerWord((token) =>
  wordReadings(token).flatMap(({ key, start }) => {
    const figures = hasArticle(key) ? FAMILIES.get(key) : undefined
    return figures === undefined ? [] : [{ figures, start }]
  }),
)

function fits(form: PersonForm, title: TitlePhrase | null): boolean {
  const code = title?.country?.lexiconKey ?? null
  return code === null || form.countryCode === null || form.countryCode === code
}

function readFamilies(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { key, names } of publicFigures.values()) {
    const parts = nameParts(names.ar)
    const family = parts.at(-1)
    if (family === undefined || parts.length < 2) continue
    found.set(foldKey(family), [...(found.get(foldKey(family)) ?? []), key])
  }
  return found
}
