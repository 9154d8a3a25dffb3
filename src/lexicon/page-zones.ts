/** Words by which the people who build news pages name the boxes around a story: classes and ids of HTML elements. */
import { readTable, TableError } from '../text/table.ts'

/** What a box holds. */
export type ZoneKey =
  | 'ADVERT'
  | 'BYLINE'
  | 'CAPTION'
  | 'COMMENTS'
  | 'FOOTER'
  | 'KEYWORDS'
  | 'NAVIGATION'
  | 'PUBLICATION_DATE'
  | 'RELATED_HEADING'
  | 'SHARE'

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source'] as const
const TABLE = new URL('./page-zones.tsv', import.meta.url)
const KEYS: readonly string[] = [
  'ADVERT',
  'BYLINE',
  'CAPTION',
  'COMMENTS',
  'FOOTER',
  'KEYWORDS',
  'NAVIGATION',
  'PUBLICATION_DATE',
  'RELATED_HEADING',
  'SHARE',
]
const HUMP = /(?<=[a-z\d])(?=[A-Z])/
const JOINT = /[^\p{L}\p{N}]+/u
const MOST_WORDS = 3
const LONGEST_NAME = 80

const ZONES: ReadonlyMap<string, { readonly key: ZoneKey; readonly strong: boolean }> = readZones()

/**
 * What a class or an id says that its box holds; null when nothing. A strong form counts anywhere in the name
 * (`article-share-bar`), a weak one only as the whole of it (`author`, but not `author-page`).
 */
export function zoneNamed(name: string): ZoneKey | null {
  const words = name.slice(0, LONGEST_NAME).split(HUMP).join('-').toLowerCase().split(JOINT).filter(Boolean)
  const whole = ZONES.get(words.join(' '))
  if (whole !== undefined) return whole.key
  for (let from = 0; from < words.length; from++) {
    for (let count = Math.min(MOST_WORDS, words.length - from); count > 0; count--) {
      const zone = ZONES.get(words.slice(from, from + count).join(' '))
      if (zone?.strong === true) return zone.key
    }
  }
  return null
}

function readZones(): Map<string, { key: ZoneKey; strong: boolean }> {
  const zones = new Map<string, { key: ZoneKey; strong: boolean }>()
  for (const row of readTable(TABLE, COLUMNS)) {
    if (!isKey(row.key)) throw new TableError(TABLE, row.line, `unknown key ${row.key}`)
    if (zones.has(row.form)) throw new TableError(TABLE, row.line, `${row.form} is two boxes`)
    zones.set(row.form, { key: row.key, strong: row.strength === 'strong' })
  }
  return zones
}

function isKey(key: string): key is ZoneKey {
  return KEYS.includes(key)
}
