import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { familyNames } from '../../src/lexicon/family-names.ts'
import { givenNames } from '../../src/lexicon/given-names.ts'
import { nameParticles } from '../../src/lexicon/name-particles.ts'
import { officeModifiers } from '../../src/lexicon/office-modifiers.ts'
import { offices } from '../../src/lexicon/offices.ts'
import { ministryFields, organizationNouns } from '../../src/lexicon/organization-nouns.ts'
import { organizations } from '../../src/lexicon/organizations.ts'
import { persons } from '../../src/lexicon/persons.ts'
import type { PhraseIndex } from '../../src/text/phrase-index.ts'
import { counts, unfound } from './unfound.ts'

type List = {
  readonly name: string
  readonly index: PhraseIndex<{ readonly key: string }>
  readonly rows: number
  readonly keys: number
  readonly arabic: number
  /** Forms that و before them does not leave findable: initials, and words that with و are another name (وآصف, واصف). */
  readonly notBehindAnd: readonly string[]
}

const lists: readonly List[] = [
  {
    name: 'offices',
    index: offices,
    rows: 5330,
    keys: 265,
    arabic: 3485,
    notBehindAnd: ['أ. د.', 'أ.د.', 'د', 'د.', 'م.', 'أ.', 'ذ.'],
  },
  { name: 'office-modifiers', index: officeModifiers, rows: 265, keys: 35, arabic: 167, notBehindAnd: [] },
  {
    name: 'given-names',
    index: givenNames,
    rows: 6670,
    keys: 3271,
    arabic: 2951,
    notBehindAnd: ['آصف', 'ضحى', 'هبة', 'ليام', 'رود', 'سام'],
  },
  { name: 'family-names', index: familyNames, rows: 6631, keys: 3123, arabic: 3386, notBehindAnd: [] },
  { name: 'name-particles', index: nameParticles, rows: 179, keys: 24, arabic: 74, notBehindAnd: [] },
  { name: 'persons', index: persons, rows: 9010, keys: 2235, arabic: 4852, notBehindAnd: [] },
  {
    name: 'organizations',
    index: organizations,
    rows: 6677,
    keys: 1999,
    arabic: 4188,
    notBehindAnd: ['أ ف ب', 'أ. ف. ب', 'أ.ف.ب', 'د ب أ', 'د.ب.أ', '"حزب الله"', '"سكاي نيوز عربية"', '"قسد"'],
  },
  { name: 'organization-nouns', index: organizationNouns, rows: 719, keys: 55, arabic: 459, notBehindAnd: [] },
  { name: 'ministry-fields', index: ministryFields, rows: 400, keys: 51, arabic: 249, notBehindAnd: [] },
]

describe.each(lists)('$name', ({ name, index, rows, keys, arabic, notBehindAnd }) => {
  const forms = readForms(name)

  test('holds exactly so many rows', () => {
    expect(counts(forms)).toEqual({ rows, keys, arabic })
  })

  test('finds every form in running text', () => {
    expect(unfound(index, forms, '')).toEqual([])
  })

  test('finds every Arabic form behind و', () => {
    const missed = unfound(
      index,
      forms.filter((form) => form.lang === 'ar'),
      'و',
    )
    expect(missed.toSorted()).toEqual([...notBehindAnd].toSorted())
  })
})

function readForms(name: string): { key: string; lang: string; form: string }[] {
  const text = readFileSync(new URL(`../../src/lexicon/${name}.tsv`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [key = '', lang = '', form = ''] = line.split('\t')
      return { key, lang, form }
    })
}
