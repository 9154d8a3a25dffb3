import { describe, expect, test } from 'vitest'
import { ministryFields, organizationNouns } from '../../src/lexicon/organization-nouns.ts'
import { organizations, organizationsByKey } from '../../src/lexicon/organizations.ts'
import { outletOfHost, outlets, outletsByKey } from '../../src/lexicon/outlets.ts'
import { keysAt } from './unfound.ts'

describe('organizations', () => {
  test('meet under one key in all their names', () => {
    for (const form of ['الناتو', 'حلف شمال الأطلسي', 'NATO']) {
      expect(organizations.get(form).map((found) => found.key)).toEqual(['nato'])
    }
    expect(organizations.get('قسد')[0]?.key).toBe(organizations.get('قوات سوريا الديمقراطية')[0]?.key)
  })

  test('are weak where the name is a word, a place or a date', () => {
    for (const form of ['الجزيرة', 'النهار', 'الأناضول', 'إسرائيل اليوم', 'المصري اليوم', 'زارا', 'الريال', 'RSF']) {
      const found = organizations.get(form)
      expect(found.length, form).toBeGreaterThan(0)
      expect(
        found.every((organization) => organization.strength === 'weak'),
        form,
      ).toBe(true)
    }
    expect(organizations.get('صحيفة النهار')[0]?.strength).toBe('strong')
  })

  test('do not take a verb or a drink for a body', () => {
    expect(organizations.get('أفاد').every((organization) => organization.strength === 'weak')).toBe(true)
    expect(keysAt(organizations, 'who said')).toEqual([])
    expect(keysAt(organizations, 'كوبا')).toEqual([])
  })

  test('know type and country', () => {
    expect(organizationsByKey.get('hezbollah')).toMatchObject({ type: 'armed_group', countryCode: 'LB' })
    expect(organizationsByKey.get('united-nations')).toMatchObject({ type: 'intergovernmental', countryCode: null })
  })
})

describe('nouns that begin a name', () => {
  test('say what may follow', () => {
    expect(organizationNouns.get('وزارة')[0]?.follows).toEqual(new Set(['field']))
    expect(organizationNouns.get('حزب')[0]?.follows.has('name')).toBe(true)
    expect(keysAt(organizationNouns, 'بالوزارة')).toContain('ministry')
  })

  test('let only some fields stand for the ministry', () => {
    expect(ministryFields.get('الخارجية')[0]?.alone).toBe(true)
    expect(ministryFields.get('الشباب والرياضة')[0]?.alone).toBe(false)
  })
})

describe('outlets', () => {
  test('are found by host, at any depth', () => {
    expect(outletOfHost('www.aljazeera.net')?.key).toBe('al-jazeera')
    expect(outletOfHost('arabic.cnn.com')?.countryCode).toBe('US')
    expect(outletOfHost('example.org')).toBeNull()
    expect(outletOfHost('notaljazeera.net')).toBeNull()
  })

  test('are found by the bare name of a source field', () => {
    expect(outlets.get('سبق').map((outlet) => outlet.key)).toEqual(['sabq'])
    expect(outlets.get('هسبريس')[0]).toMatchObject({ domain: 'hespress.com', countryCode: 'MA', kind: 'OUTLET' })
    expect(outlets.get('رويترز')[0]?.kind).toBe('AGENCY')
    expect(outletsByKey.size).toBe(488)
  })
})
