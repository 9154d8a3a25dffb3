import { describe, expect, test } from 'vitest'
import { annotate } from '../../../src/extraction/annotate.ts'

function rolesOf(text: string): string[] {
  const { roles, entities } = annotate({ headline: '', text, language: 'ar', publishedOn: null, source: null })
  return roles.map(({ person, title, country, former }) => {
    const code = country === null ? '' : ` ${entities[country]?.lexiconKey}`
    return `${entities[person]?.name}: ${title}${code}${former ? ' former' : ''}`
  })
}

describe('what an article says a person is', () => {
  test('a title before the name, whole, with its country', () => {
    expect(rolesOf('بحث وزير الخارجية التركي سليم أوزدمير الوضع')).toEqual(['سليم أوزدمير: وزير الخارجية التركي TR'])
  })

  test('a title behind the name, with or without a comma', () => {
    expect(rolesOf('إن نوح يلماز نائب وزير الخارجية استقبل الوفد')).toEqual(['نوح يلماز: نائب وزير الخارجية'])
    expect(rolesOf('وكان جيمس لوران، الدبلوماسي السابق، قد حذر')).toEqual(['جيمس لوران: الدبلوماسي السابق former'])
  })

  test('a title before a name is that name’s, also behind another', () => {
    expect(rolesOf('طالبت نانسي ويلسون نائب الرئيس مايكل بنسون بالحضور')).toEqual(['مايكل بنسون: نائب الرئيس'])
  })

  test('a bare office is its only holder', () => {
    const text = 'استقبل وزير الصناعة سالم الراجحي الوفد. وقال الوزير إن المصنع جاهز.'
    const { mentions, entities } = annotate({ headline: '', text, language: 'ar', publishedOn: null, source: null })
    const role = mentions.find(({ form }) => form === 'ROLE')
    expect(role === undefined ? null : text.slice(role.start, role.end)).toBe('الوزير')
    expect(entities[role?.entity ?? -1]?.name).toBe('سالم الراجحي')
  })
})
