/**
 * What an article says a person is: the titles that stand right before a name («الرئيس السوري أحمد الشرع»), behind it («نوح
 * يلماز نائب وزير الخارجية», «جيمس لويس، الدبلوماسي السابق»), or behind «وهو». A title before a name is that person's, even
 * where it follows another name.
 */
import type { Office } from '../../lexicon/offices.ts'
import type { LocalEntity, MentionAnnotation, RoleAnnotation } from '../annotations.ts'
import type { AnalyzedSentence, ArticleText } from '../article-text.ts'
import { knownEntity } from '../known-entities.ts'
import type { Proposal } from '../mentions/proposal.ts'
import type { TitlePhrase } from '../mentions/title-phrases.ts'

/** A role with the office that its title begins with. */
export type FoundRole = RoleAnnotation & { readonly office: Office }

/** What may stand between a title and its name: nothing, a comma, a dash, a quotation mark. */
const GAP = /^[\s،,"«»“”()–—-]{0,3}$/u
const COMMA_GAP = /^\s?[،,(–—-]?\s?$/u
/** «فيدان، وهو وزير …», «Smith, who is chairman». */
const COPULA_GAP = /^\s?[،,]?\s?(?:وهو|وهي|who is|who was)\s$/u

/** Titles of persons in text order. `titles` are those of each sentence. */
export function findRoles(
  text: ArticleText,
  mentions: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
  titles: readonly (readonly TitlePhrase[])[],
): FoundRole[] {
  const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence)
  return text.sentences.flatMap((sentence) => {
    const here = bySentence.get(sentence.index) ?? []
    const persons = here.filter(({ entity, form }) => entities[entity]?.kind === 'PERSON' && form === 'NAME')
    return (titles[sentence.index] ?? []).flatMap((title) => {
      const bearer = bearerOf(text, sentence, title, persons)
      return bearer === null ? [] : [roleOf(text, sentence, title, bearer.person, bearer.rule, here, entities)]
    })
  })
}

function bearerOf(
  text: ArticleText,
  sentence: AnalyzedSentence,
  title: TitlePhrase,
  persons: readonly MentionAnnotation[],
): { readonly person: number; readonly rule: string } | null {
  const between = (start: number, end: number) => text.slice({ field: sentence.field, start, end })
  const behind = persons.find((person) => person.start >= title.end && GAP.test(between(title.end, person.start)))
  if (behind !== undefined) return { person: behind.entity, rule: 'title-before-name' }
  if (title.isPlural || title.office.strength === 'context') return null
  const before = persons.findLast((person) => person.end <= title.start)
  if (before === undefined) return null
  const gap = between(before.end, title.start)
  if (COMMA_GAP.test(gap)) return { person: before.entity, rule: 'title-behind-name' }
  return COPULA_GAP.test(gap) ? { person: before.entity, rule: 'title-behind-copula' } : null
}

function roleOf(
  text: ArticleText,
  sentence: AnalyzedSentence,
  title: TitlePhrase,
  person: number,
  rule: string,
  here: readonly MentionAnnotation[],
  entities: readonly LocalEntity[],
): FoundRole {
  const span = { field: sentence.field, start: title.start, end: title.end }
  const at = (proposal: Proposal | null) => {
    if (proposal === null) return null
    const exact = here.find(({ start, end }) => start === proposal.start && end === proposal.end)
    return exact?.entity ?? knownEntity(entities, proposal.kind, proposal.lexiconKey)
  }
  return {
    ...span,
    person,
    country: at(title.country),
    organization: at(title.organization),
    title: text.slice(span),
    former: title.former,
    sentence: sentence.index,
    rule,
    office: title.office,
  }
}
