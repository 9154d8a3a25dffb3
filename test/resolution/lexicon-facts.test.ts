import { describe, expect, test } from 'vitest'
import { isKnownName } from '../../src/resolution/known-name.ts'
import { outletOf } from '../../src/resolution/lexicon-facts.ts'
import { searchForms } from '../../src/text/search-forms.ts'

describe('the outlet of a page', () => {
  test('by its host, by its name, and the same key by both', () => {
    const byHost = outletOf({ name: 'أخبار', domain: 'mubasher.aljazeera.net' })
    expect(byHost?.key).toBe('al-jazeera')
    expect(outletOf({ name: 'الجزيرة', domain: null })).toEqual(byHost)
    expect(byHost?.domain).toBe('aljazeera.com')
    expect(byHost?.countryCode).toBe('QA')
  })

  test('an unknown name on an unknown host is none', () => {
    expect(outletOf({ name: 'صحيفة الجدار', domain: 'example.org' })).toBeNull()
  })
})

describe('names in the search index', () => {
  test('keep their first letter', () => {
    const forms = searchForms('زار بوتين باريس ولندن وكوبا', isKnownName).split(' ')
    expect(forms).toContain('بوتين')
    expect(forms).not.toContain('وتين')
    expect(forms).not.toContain('اريس')
    expect(forms).toContain('لندن')
    expect(forms).toContain('كوبا')
    expect(forms).not.toContain('وبا')
  })
})
