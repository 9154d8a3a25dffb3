/**
 * Named bodies that news speaks of: UN bodies, alliances, agencies, outlets, parties, armed groups, companies, clubs,
 * parliaments. Bodies that are named by pattern (وزارة الخارجية التركية) are not listed: `organization-nouns` begins
 * them. Weak forms are words, too, or belong to several bodies (الجزيرة, النهار, RSF).
 *
 * Type and country stand on the row of the Arabic name; other rows leave them empty.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable, TableError } from '../text/table.ts'
import { countryCell, FORM_COLUMNS, oneOf, readForm, type Strength } from './cells.ts'
import { ORGANIZATION_TYPES, type OrganizationType } from './organization-types.ts'

/** A body, under all forms. */
export type Organization = {
  readonly key: string
  readonly names: { readonly ar: string; readonly en: string | null }
  readonly type: OrganizationType
  /** ISO alpha-2 of the country that it belongs to; null when it is of several or none. */
  readonly countryCode: string | null
}

/** One form of a body's name. */
export type OrganizationForm = Organization & {
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly use: 'name' | 'variant'
}

const TABLE = new URL('./organizations.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'use', 'type', 'country'] as const

type OrganizationRow = ReturnType<typeof readTable<(typeof COLUMNS)[number]>>[number]

const rows = readTable(TABLE, COLUMNS)

/** All listed bodies by key. */
export const organizationsByKey: ReadonlyMap<string, Organization> = readOrganizations(rows)

/** All forms of their names. */
export const organizationForms: readonly OrganizationForm[] = rows.map((row) => {
  const { key, lang, form, strength } = readForm(TABLE, row)
  const organization = organizationsByKey.get(key)
  if (organization === undefined) throw new TableError(TABLE, row.line, `${key} has no Arabic name`)
  return { ...organization, lang, form, strength, use: useOf(row) }
})

/** All forms to look up; English ones only as they are capitalized. */
export const organizations: PhraseIndex<OrganizationForm> = PhraseIndex.of(
  organizationForms.map((value) => ({ form: value.form, value, cased: value.lang === 'en' })),
)

function readOrganizations(all: readonly OrganizationRow[]): Map<string, Organization> {
  const english = new Map(
    all.filter((row) => row.lang === 'en' && row.use === 'name').map((row) => [row.key, row.form]),
  )
  const byKey = new Map<string, Organization>()
  for (const row of all) {
    if (row.lang !== 'ar' || useOf(row) !== 'name') {
      if (row.type + row.country !== '')
        throw new TableError(TABLE, row.line, 'type and country stand on the Arabic name')
      continue
    }
    if (byKey.has(row.key)) throw new TableError(TABLE, row.line, `${row.key} has two Arabic names`)
    byKey.set(row.key, {
      key: row.key,
      names: { ar: row.form, en: english.get(row.key) ?? null },
      type: oneOf(TABLE, row.line, 'type', row.type, ORGANIZATION_TYPES),
      countryCode: countryCell(TABLE, row.line, row.country),
    })
  }
  return byKey
}

function useOf(row: OrganizationRow): OrganizationForm['use'] {
  return oneOf(TABLE, row.line, 'use', row.use, ['name', 'variant'])
}
