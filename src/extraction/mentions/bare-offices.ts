/**
 * A bare office whose holder the article names: «وقال الوزير …» after «وزير الخارجية هاكان فيدان». Only a definite office that
 * stands alone, and only when one person of the article holds it.
 */
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
  for (const sentence of text.sentences) {
    for (const title of titles[sentence.index] ?? []) {
      if (!isBare(sentence.tokens[title.first]?.key ?? '', title) || isClaimed(title, sentence.index, mentions, roles))
        continue
      const holder = holderOf(title, roles, sentence.index)
      if (holder === null) continue
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

function isClaimed(
  title: TitlePhrase,
  sentence: number,
  mentions: readonly MentionAnnotation[],
  roles: readonly FoundRole[],
): boolean {
  const covers = (one: { sentence: number; start: number; end: number }) =>
    one.sentence === sentence && one.start < title.end && title.start < one.end
  return mentions.some(covers) || roles.some(covers)
}

/** The one person who is said to hold the office, in any of its fuller forms, up to this sentence. */
function holderOf(title: TitlePhrase, roles: readonly FoundRole[], sentence: number): number | null {
  const key = title.office.key
  const holders = roles.filter((role) => role.sentence <= sentence && isSameOffice(key, role.office.key))
  const persons = new Set(holders.map(({ person }) => person))
  return persons.size === 1 ? ([...persons][0] ?? null) : null
}

function isSameOffice(bare: string, full: string): boolean {
  return full === bare || full.startsWith(`${bare}-`)
}
