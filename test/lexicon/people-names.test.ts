import { describe, expect, test } from 'vitest'
import { countries } from '../../src/lexicon/countries.ts'
import { familyNames } from '../../src/lexicon/family-names.ts'
import { givenNames } from '../../src/lexicon/given-names.ts'
import { nameParticles } from '../../src/lexicon/name-particles.ts'
import { offices } from '../../src/lexicon/offices.ts'
import { persons, publicFigures } from '../../src/lexicon/persons.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { keysAt } from './unfound.ts'

describe('given names', () => {
  test('keep a first letter that only looks like a proclitic', () => {
    for (const name of ['وليد', 'بشار', 'لبنى', 'كامل', 'فراس', 'سامي']) {
      const [match] = givenNames.matchAt(tokenize(name), 0)
      expect(match?.reading, name).toBeNull()
      expect(match?.start, name).toBe(0)
    }
  })

  test('are weak where they are words, too', () => {
    for (const word of ['سلام', 'كريم', 'أمل', 'صالح', 'جمال', 'تركي', 'نور', 'Grace', 'Will']) {
      const found = givenNames.get(word)
      expect(found.length, word).toBeGreaterThan(0)
      expect(
        found.every((name) => name.strength === 'weak'),
        word,
      ).toBe(true)
    }
    for (const name of ['سيرغي', 'هاكان', 'محمد', 'ناريندرا', 'Vladimir']) {
      expect(givenNames.get(name)[0]?.strength, name).toBe('strong')
    }
  })

  test('join the spellings of one name, of both scripts, under one key', () => {
    expect(givenNames.get('عبدالكريم')[0]?.key).toBe(givenNames.get('عبد الكريم')[0]?.key)
    expect(givenNames.get('سيرجي')[0]?.key).toBe(givenNames.get('Sergei')[0]?.key)
  })

  test('are read in English only with a capital', () => {
    expect(keysAt(givenNames, 'mark the day')).toEqual([])
    expect(keysAt(givenNames, 'Mark Rutte')).toEqual(['mark'])
  })
})

describe('family names and particles', () => {
  test('know Arabic and transliterated ones', () => {
    expect(familyNames.get('شتاينماير')[0]?.key).toBe('steinmeier')
    expect(familyNames.get('الدوسري')[0]?.strength).toBe('strong')
    expect(familyNames.get('المصري')[0]?.strength).toBe('weak')
  })

  test('tell what a particle does', () => {
    expect(nameParticles.get('بن')[0]?.kind).toBe('link')
    expect(nameParticles.get('أبو')[0]?.kind).toBe('prefix')
    expect(nameParticles.get('زاده')[0]?.kind).toBe('suffix')
  })
})

describe('persons', () => {
  test('are known by a surname that is commonly theirs alone', () => {
    for (const [form, key] of [
      ['بوتين', 'vladimir-putin'],
      ['أردوغان', 'recep-tayyip-erdogan'],
      ['نتنياهو', 'benjamin-netanyahu'],
      ['ترمب', 'donald-trump'],
      ['السيسي', 'abdel-fattah-el-sisi'],
      ['Zelensky', 'volodymyr-zelensky'],
    ] as const) {
      expect(persons.get(form).map((person) => [person.key, person.strength])).toEqual([[key, 'strong']])
    }
  })

  test('are weak where the surname is a word, a family or of several', () => {
    for (const form of ['الأسد', 'عباس', 'هنية', 'الشرع', 'كلينتون', 'بري', 'القدرة', 'لمجرد', 'Bush']) {
      const found = persons.get(form)
      expect(found.length, form).toBeGreaterThan(0)
      expect(
        found.every((person) => person.strength !== 'strong'),
        form,
      ).toBe(true)
    }
  })

  test('stay apart where they share a surname', () => {
    expect(new Set(persons.get('غاندي').map((person) => person.key)).size).toBeGreaterThan(3)
    expect(new Set(persons.get('Clinton').map((person) => person.key))).toEqual(
      new Set(['bill-clinton', 'hillary-clinton']),
    )
  })

  test('bear a title only where a title must stand', () => {
    expect(persons.get('الملك سلمان')).toEqual([])
    expect(persons.get('سلمان').map((person) => person.strength)).toContain('context')
  })

  test('have a country that the list of countries knows', () => {
    const unknown = [...publicFigures.values()].filter(
      (figure) => figure.countryCode !== null && !countries.has(figure.countryCode),
    )
    expect(unknown.map((figure) => figure.key)).toEqual([])
    expect(publicFigures.get('sergei-lavrov')).toMatchObject({
      names: { ar: 'سيرغي لافروف', en: 'Sergei Lavrov' },
      countryCode: 'RU',
      office: 'minister-foreign-affairs',
    })
  })

  test('are not found inside another word', () => {
    expect(keysAt(persons, 'ماسكات')).toEqual([])
    expect(keysAt(persons, 'Trumpet')).toEqual([])
    expect(keysAt(persons, 'trump card')).toEqual([])
  })
})

describe('offices', () => {
  test('say what may follow', () => {
    expect(offices.get('وزير الخارجية')[0]?.takes).toEqual(new Set(['adjective', 'genitive']))
    expect(offices.get('دكتور')[0]?.takes).toEqual(new Set())
    expect(offices.get('نائب وزير')[0]?.takes.has('office')).toBe(true)
  })

  test('are found with the article, with a pronoun and behind ل', () => {
    expect(keysAt(offices, 'المتحدث باسم')[0]).toBe('spokesperson')
    const text = 'وزير خارجيتها'
    const [match] = offices.matchAt(tokenize(text), 0)
    expect(match && text.slice(match.start, match.end)).toBe('وزير خارجيت')
    expect(match?.suffix).toBe('ها')
    expect(keysAt(offices, 'للرئيس')).toContain('president')
  })

  test('tell a rank from the word that it is, too', () => {
    expect(offices.get('فريق').every((office) => office.strength === 'weak')).toBe(true)
    expect(offices.get('الفريق').some((office) => office.kind === 'rank' && office.strength === 'strong')).toBe(true)
  })
})
