/**
 * A bare office whose holder the article names: «وقال الوزير …» after «وزير الخارجية هاكان فيدان». Only a definite office that
 * stands alone, and only when one person of the article holds it.
 */
import type { Span } from '../../text/span.ts'
import type { MentionAnnotation } from '../annotations.ts'
import type { ArticleText } from '../article-text.ts'
import type { FoundRole } from '../roles/find-roles.ts'
import type { TitlePhrase } from './title-phrases.ts'
import { hasArticle } from './words.ts'

/** The mentions with those by office among them, in text order. */
export function withBareOffices(
  text: ArticleText,
  mentions: readonly MentionAnnotation[],
  roles: readonly FoundRole[],
  titles: readonly (readonly TitlePhrase[])[],
): MentionAnnotation[] {
  const found = [...mentions]
  const mentionsOf = Map.groupBy(mentions, ({ sentence }) => sentence)
  const rolesOf = Map.groupBy(roles, ({ sentence }) => sentence)
  const holders = new Map<string, Set<number>>()
  for (const sentence of text.sentences) {
    const rolesHere = rolesOf.get(sentence.index) ?? []
    for (const role of rolesHere) addHolder(holders, role)
    const claims = [...(mentionsOf.get(sentence.index) ?? []), ...rolesHere]
    for (const title of titles[sentence.index] ?? []) {
      if (!isBare(sentence.tokens[title.first]?.key ?? '', title) || isClaimed(title, claims)) continue
      const persons = [...(holders.get(title.office.key) ?? [])]
      const [holder] = persons
      if (holder === undefined || persons.length > 1) continue
      const { start, end } = title
      const span = { field: sentence.field, start, end, sentence: sentence.index }
      found.push({ ...span, entity: holder, form: 'ROLE', confidence: 0.6, rule: 'bare-office' })
    }
  }
  return found.sort((a, b) => a.sentence - b.sentence || a.start - b.start || a.end - b.end || a.entity - b.entity)
}

function isBare(head: string, title: TitlePhrase): boolean {
  const { office, isPlural, country, organization } = title
  const isAlone = title.last === title.first + 1 && country === null && organization === null
  return (
    isAlone &&
    !isPlural &&
    office.strength !== 'context' &&
    (office.lang === 'en' || /^(?:[وفبلك]?ال|لل)/u.test(head) || hasArticle(head))
  )
}

function isClaimed(title: TitlePhrase, claims: readonly Span[]): boolean {
  return claims.some(({ start, end }) => start < title.end && title.start < end)
}

/** Whoever holds an office may be called by it, and by each shorter name of it: foreign-minister, too, is a minister. */
function addHolder(holders: Map<string, Set<number>>, { office, person }: FoundRole): void {
  const words = office.key.split('-')
  for (const count of words.keys()) {
    const name = words.slice(0, count + 1).join('-')
    holders.set(name, (holders.get(name) ?? new Set()).add(person))
  }
}
