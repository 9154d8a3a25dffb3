/**
 * Finds the names of an article and the entities that they are names of. First what lists and patterns know of
 * countries, bodies and places; then titles, which those complete; then persons, whom titles introduce; then the short
 * forms of persons once they have been introduced. `selectProposals` decides between what overlaps.
 */
import type { LocalEntity, MentionAnnotation } from '../annotations.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { carriedMentions } from './carried-mentions.ts'
import { countryMentions } from './country-mentions.ts'
import { gatherEntities } from './gather-entities.ts'
import { knownPersons } from './known-persons.ts'
import { listedOrganizations } from './listed-organizations.ts'
import { type NamesInSentence, namesInSentence } from './names-in-sentence.ts'
import { patternedOrganizations } from './patterned-organizations.ts'
import { personMentions } from './person-mentions.ts'
import { placeMentions } from './place-mentions.ts'
import { type Proposal, selectProposals } from './proposal.ts'
import { seatMentions } from './seat-mentions.ts'
import { type TitlePhrase, titlePhrases } from './title-phrases.ts'

/** Entities of an article with the words that name them. */
export type FoundMentions = {
  readonly entities: readonly LocalEntity[]
  /** In text order. */
  readonly mentions: readonly MentionAnnotation[]
  /** Titles of each sentence, by its index. */
  readonly titles: readonly (readonly TitlePhrase[])[]
}

/** Names and their entities, one entity for all names of one thing. */
export function findMentions(text: ArticleText): FoundMentions {
  const states = [...countryMentions(text), ...seatMentions(text)]
  const spoken = new Set(states.flatMap(({ lexiconKey }) => lexiconKey ?? []))
  const listed = selectProposals([...states, ...placeMentions(text, spoken), ...listedOrganizations(text, spoken)])
  const listedOf = namesPerSentence(text, listed)
  const things = selectProposals([...listed, ...patternedOrganizations(text, listedOf)])
  const names = namesPerSentence(text, things)
  const titles = perSentence(text, (sentence): TitlePhrase[] => titlePhrases(sentence, names(sentence)))
  const introduced = selectProposals([
    ...things,
    ...knownPersons(text, names, titles),
    ...personMentions(text, names, titles),
  ])
  const selected = selectProposals([...introduced, ...carriedMentions(text, introduced)])
  return { ...gatherEntities(text, selected), titles: text.sentences.map(titles) }
}

function namesPerSentence(text: ArticleText, proposals: readonly Proposal[]) {
  const bySentence = Map.groupBy(proposals, ({ sentence }) => sentence)
  return perSentence(text, (sentence): NamesInSentence => namesInSentence(bySentence.get(sentence.index) ?? []))
}

function perSentence<T>(text: ArticleText, make: (sentence: AnalyzedSentence) => T): (sentence: AnalyzedSentence) => T {
  const made = text.sentences.map(make)
  return (sentence) => made[sentence.index] ?? make(sentence)
}
