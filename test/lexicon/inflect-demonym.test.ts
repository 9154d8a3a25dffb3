import { expect, test } from 'vitest'
import { inflectDemonym } from '../../src/lexicon/inflect-demonym.ts'

test('a nisba takes every ending of an adjective, with the article and without', () => {
  expect(inflectDemonym('روسي', 'nisba')).toEqual(
    'روسي روسية روسيان روسيين روسيتان روسيتين روسيون روسيات روسيا روسيو روسيي الروسي الروسية الروسيان الروسيين الروسيتان الروسيتين الروسيون الروسيات'.split(
      ' ',
    ),
  )
})

test('all words of a nisba of two words agree', () => {
  const forms = inflectDemonym('كوري شمالي', 'nisba')
  expect(forms).toContain('الكوريتين الشماليتين')
  expect(forms).toContain('كورية شمالية')
  expect(forms).not.toContain('الكوري شمالي')
})

test('in a tail only the last word takes endings', () => {
  const forms = inflectDemonym('جنوب أفريقي', 'tail')
  expect(forms).toContain('جنوب أفريقيون')
  expect(forms).toContain('الجنوب أفريقية')
  expect(forms).toContain('الجنوب الأفريقيين')
  expect(inflectDemonym('أفريقي', 'tail')).toBeNull()
})

test('a word that is no nisba is refused', () => {
  expect(inflectDemonym('أتراك', 'nisba')).toBeNull()
})

test('other words have few forms', () => {
  expect(inflectDemonym('أتراك', 'article')).toEqual(['أتراك', 'الأتراك'])
  expect(inflectDemonym('Turk', 'plural')).toEqual(['Turk', 'Turks'])
  expect(inflectDemonym('French', 'plain')).toEqual(['French'])
})
