/**
 * Invented names by region, `names.tsv`: parts that go together in the news of a region and that no listed public
 * figure of ours bears as a surname.
 */
import { familyNames } from '../../src/lexicon/family-names.ts'
import { readTable } from '../../src/text/table.ts'
import { hasArticle, type PartRole } from './name-parts.ts'

/** A part of a name in both scripts; `ar` has its article where it always has one. */
export type Replacement = { readonly ar: string; readonly en: string }

type Row = {
  readonly region: string
  readonly part: string
  readonly gender: string
  readonly ar: string
  readonly en: string
}

const rows: readonly Row[] = readTable(new URL('./names.tsv', import.meta.url), [
  'region',
  'part',
  'gender',
  'ar',
  'en',
])

/** A choice among fewer names would give too many articles the same one. */
const FEWEST = 3

const countries = new Map(
  readTable(new URL('./regions.tsv', import.meta.url), ['country', 'region']).map((row) => [row.country, row.region]),
)

/** The region whose names a country's people bear; African where the list does not say. */
export function regionOf(countryCode: string | null): string {
  if (countryCode === null) return 'levant'
  return countries.get(countryCode) ?? 'africa'
}

/** All that may stand for a word of a name, those of its own strength and with or without article first choice. */
export function candidates(word: string, role: PartRole, region: string, gender: string): readonly Replacement[] {
  const part = role === 'joined' ? 'divine' : role
  const anywhere = role !== 'given' && role !== 'family'
  const listed = rows.filter((row) => row.part === part && row.region === (anywhere ? 'any' : region))
  const fitting = listed.filter((row) => row.gender === '' || row.gender === gender)
  const article = /[\u0600-\u06FF]/u.test(word) ? hasArticle(word) : null
  const shaped = fitting.filter((row) => article === null || anywhere || hasArticle(row.ar) === article)
  const fallback =
    article === true ? rows.filter((row) => row.part === part && hasArticle(row.ar) && articled(row)) : fitting
  const chosen = shaped.length > 0 ? shaped : fallback
  const alike = role === 'family' ? chosen.filter((row) => isWeak(row.ar) === isWeak(word)) : []
  return alike.length >= FEWEST ? [...alike, ...chosen] : chosen
}

function articled({ region }: Row): boolean {
  return region === 'any' || region === 'levant' || region === 'maghreb'
}

function isWeak(word: string): boolean {
  const entries = familyNames.get(word)
  return entries.length > 0 && entries.every((entry) => entry.strength !== 'strong')
}
