/**
 * Entities of a document as rows: what the lexicon knows of each, its names there, and each form by which this document
 * calls it. Countries that only stand behind others (of an outlet, a city, a ministry) are among them.
 */
import type { ArticleAnnotations, EntityKind } from '../extraction/annotations.ts'
import type { DocumentEntity } from './document-entities.ts'
import { entityId } from './ids.ts'
import type { EntityRow, NameRow } from './knowledge.ts'
import { factsOf } from './lexicon-facts.ts'
import { nameKey } from './name-key.ts'

/** An article's entities with the language and the strings that its mentions point into. */
export type NamedArticle = {
  readonly annotations: ArticleAnnotations
  /** Per local entity. */
  readonly entities: readonly DocumentEntity[]
  readonly language: string
  readonly headline: string
  readonly text: string
}

/** Kinds that belong to a country. */
const OWNED: ReadonlySet<EntityKind> = new Set(['ORGANIZATION', 'PLACE'])

/** Rows sorted by id: of every entity named, and of the countries behind them and behind `countryCodes`. */
export function entityRows(articles: readonly NamedArticle[], countryCodes: readonly string[]): EntityRow[] {
  const surfaces = surfaceNames(articles)
  const rows = new Map<string, EntityRow>()
  for (const entity of articles.flatMap((article) => article.entities)) {
    const id = entityId(entity.kind, entity.key)
    if (!rows.has(id)) rows.set(id, rowOf(id, entity.kind, entity.key, entity, surfaces.get(id) ?? []))
  }
  const behind = [...rows.values()].flatMap((row) => row.countryCode ?? [])
  for (const code of [...countryCodes, ...behind]) {
    const id = entityId('COUNTRY', code)
    if (!rows.has(id)) rows.set(id, rowOf(id, 'COUNTRY', code, null, []))
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function rowOf(
  id: string,
  kind: EntityKind,
  key: string,
  entity: DocumentEntity | null,
  surfaces: readonly NameRow[],
): EntityRow {
  const facts = factsOf(kind, entity === null ? key : (entity.local.lexiconKey ?? ''))
  const language = entity?.local.language ?? 'ar'
  const known = facts.names.find((name) => name.preferred && name.language === language) ?? facts.names[0]
  const name = known?.text ?? entity?.local.name ?? key
  const named = { language: known?.language ?? language, text: name, key: nameKey(name), preferred: true }
  const fromLexicon = facts.names.map((row) => ({ ...row, key: nameKey(row.text) }))
  return {
    id,
    kind,
    key,
    name,
    language: named.language,
    wikidataId: facts.wikidataId,
    code: kind === 'COUNTRY' ? key : null,
    alpha3: facts.alpha3,
    countryCode: OWNED.has(kind) ? (facts.countryCode ?? entity?.local.countryCode ?? null) : null,
    latitude: facts.latitude,
    longitude: facts.longitude,
    names: uniqueNames([...fromLexicon, named, ...surfaces]),
  }
}

/** Forms by entity id: names only, as a nationality or a capital is not the country's name. */
function surfaceNames(articles: readonly NamedArticle[]): Map<string, NameRow[]> {
  const found = new Map<string, NameRow[]>()
  for (const { annotations, entities, language, headline, text } of articles) {
    for (const mention of annotations.mentions) {
      const entity = entities[mention.entity]
      if (entity === undefined || mention.form !== 'NAME') continue
      const words = (mention.field === 'HEADLINE' ? headline : text).slice(mention.start, mention.end)
      const id = entityId(entity.kind, entity.key)
      const names = found.get(id) ?? []
      names.push({ language: languageOfName(words, language), text: words, key: nameKey(words), preferred: false })
      found.set(id, names)
    }
  }
  return found
}

/** A Latin name inside an Arabic text is not Arabic, and the other way round. */
function languageOfName(words: string, language: string): string {
  if (/\p{Script=Arabic}/u.test(words)) return language === 'en' ? 'ar' : language
  return /\p{Script=Latin}/u.test(words) && ['ar', 'fa', 'ur'].includes(language) ? 'en' : language
}

/** Each text of a language once, sorted: the first of `names` says whether it is preferred. */
function uniqueNames(names: readonly NameRow[]): NameRow[] {
  const found = new Map<string, NameRow>()
  for (const row of names) {
    const id = `${row.language} ${row.text}`
    if (!found.has(id)) found.set(id, row)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
