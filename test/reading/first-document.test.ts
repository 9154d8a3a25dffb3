/** The page that the project began with, line by line. */
import { describe, expect, test } from 'vitest'
import { expectTiled, partsOf, readSeed } from './support.ts'

const page = readSeed('aljazeera-turkey-russia-syria.txt')
const [main, embedded, ...others] = page.articles

describe('the first document', () => {
  test('holds a story, another story inside it and ten bare headlines', () => {
    expect(page.articles.map((article) => article.kind)).toEqual(['MAIN', 'EMBEDDED', ...Array(10).fill('HEADLINE')])
    expect(main?.headline).toBe('مباحثات تركية روسية بشأن التطورات في سوريا')
    expect(embedded?.headline).toBe('وزير الدفاع الأمريكي يتخذ قرارًا بشأن روسيا قد يهدد الأمن القومي لبلاده')
    expect(others[8]?.headline).toBe('وزير الخارجية ينقل رسالة شفهية من الرئيس السيسي إلى رئيس إريتريا')
  })

  test('names its outlet, its day, its tags and when it was crawled', () => {
    expect(main).toMatchObject({ publishedOn: '2025-02-01', publishedAt: null, dateBasis: 'PAGE' })
    expect(page.crawledAt).toBe('2025-03-03T18:39:16Z')
    expect(main?.source).toEqual({ name: 'الجزيرة', domain: null })
    expect(main?.keywords).toEqual(['حريات فی سوریا'])
    expect(main?.authors).toEqual([])
  })

  test('gives the story its whole text and nothing else', () => {
    expect(main?.text.startsWith('بحث وزير الخارجية التركي هاكان فيدان')).toBe(true)
    expect(main?.text.endsWith('ومساعديه المقربين الموجودين في روسيا.')).toBe(true)
    expect(main?.text.split('\n\n')).toHaveLength(8)
    expect(main?.text).not.toContain('إعلان')
    expect(main?.text).not.toContain('المصدر')
  })

  test('gives the inner story its own text, no date and no outlet', () => {
    expect(embedded?.text.split('\n\n')).toHaveLength(9)
    expect(embedded?.text).toContain('\n\nخطر القرار على الأمن القومي\n\n')
    expect(embedded).toMatchObject({ publishedOn: null, source: null, dateBasis: null, keywords: [] })
    for (const headline of others) expect(headline).toMatchObject({ text: '', publishedOn: null, source: null })
  })

  test('says of every line what it is', () => {
    expectTiled(page)
    expect(partsOf(page, 'PUBLISHER')).toEqual(['الجزيرة:'])
    expect(partsOf(page, 'CRAWL_TIME')).toEqual(['2025-03-03@18:39:16 GMT'])
    expect(partsOf(page, 'HEADLINE_REPEATED')).toEqual(['مباحثات تركية روسية بشأن التطورات في سوريا'])
    expect(partsOf(page, 'PUBLICATION_DATE')).toEqual(['تاريخ النشر: 1st, February 2025 GMT'])
    expect(partsOf(page, 'ADVERT')).toEqual(['إعلان'])
    expect(partsOf(page, 'SOURCE_LINE')).toEqual(['المصدر: الجزيرة'])
    expect(partsOf(page, 'KEYWORDS')).toEqual(['كلمات دلالية: حريات فی سوریا'])
    expect(partsOf(page, 'READ_ALSO')).toEqual(['إقرأ أيضاً:'])
    expect(partsOf(page, 'RELATED_HEADING')).toEqual(['مقالات مشابهة'])
    expect(partsOf(page, 'RELATED_BULLET')).toHaveLength(10)
    expect(partsOf(page, 'SUBHEADING')).toEqual(['خطر القرار على الأمن القومي'])
    expect(partsOf(page, 'NAVIGATION')).toEqual([])
  })
})
