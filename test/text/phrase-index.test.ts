import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../src/text/phrase-index.ts'
import { tokenize } from '../../src/text/tokens.ts'

const NAMES = [
  'بوتين',
  'موسكو',
  'الأردن',
  'وليد',
  'بشار',
  'لبنان',
  'كوبا',
  'الولايات المتحدة',
  'الشرق الأوسط',
  'سوريا',
  'سوريا الجديدة',
  'ليبيا',
  'al-Sharaa',
  'United States',
]
const index = PhraseIndex.of([
  ...NAMES.map((form) => ({ form, value: form })),
  { form: 'رئيس وزراء', value: 'PM', article: true },
  { form: 'وزير خارجية', value: 'FM', article: true, pronoun: true },
  { form: 'US', value: 'US', cased: true },
])

function find(text: string): [string, string][] {
  const tokens = tokenize(text)
  const found: [string, string][] = []
  for (let i = 0; i < tokens.length; ) {
    const match = index.matchAt(tokens, i)[0]
    if (match !== undefined) found.push([text.slice(match.start, match.end), match.values.join('|')])
    i += match?.tokens ?? 1
  }
  return found
}

describe('PhraseIndex', () => {
  it.each([
    ['قال وبوتين', [['بوتين', 'بوتين']]],
    ['بموسكو', [['موسكو', 'موسكو']]],
    ['للأردن', [['للأردن', 'الأردن']]],
    ['وللأردن', [['للأردن', 'الأردن']]],
    [
      'والأردن بالأردن',
      [
        ['الأردن', 'الأردن'],
        ['الأردن', 'الأردن'],
      ],
    ],
    [
      'وليد بشار لبنان كوبا',
      [
        ['وليد', 'وليد'],
        ['بشار', 'بشار'],
        ['لبنان', 'لبنان'],
        ['كوبا', 'كوبا'],
      ],
    ],
    [
      'ولبنان للبنان',
      [
        ['لبنان', 'لبنان'],
        ['لبنان', 'لبنان'],
      ],
    ],
    ['لليبيا', [['ليبيا', 'ليبيا']]],
    ['للولايات المتحدة', [['للولايات المتحدة', 'الولايات المتحدة']]],
    [
      '#سوريا_الجديدة و#الشرق_الأوسط',
      [
        ['سوريا_الجديدة', 'سوريا الجديدة'],
        ['الشرق_الأوسط', 'الشرق الأوسط'],
      ],
    ],
    [
      'رئيس الوزراء ورئيس وزراء',
      [
        ['رئيس الوزراء', 'PM'],
        ['رئيس وزراء', 'PM'],
      ],
    ],
    [
      'وزير الخارجية ووزير خارجيتها',
      [
        ['وزير الخارجية', 'FM'],
        ['وزير خارجيت', 'FM'],
      ],
    ],
    ['tell us that US forces', [['US', 'US']]],
    [
      "al-Sharaa's United-States",
      [
        ['al-Sharaa', 'al-Sharaa'],
        ['United-States', 'United States'],
      ],
    ],
  ])('finds in %s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it.each(['وتين', 'شار الأسد', 'كشار', 'أردن', 'us', 'ليد'])('finds nothing in %s', (text) => {
    expect(find(text)).toEqual([])
  })

  it('gives the longest first, and all values of a form in their order', () => {
    const both = PhraseIndex.of([
      { form: 'جورجيا', value: 'GE' },
      { form: 'جورجيا', value: 'US-GA' },
      { form: 'جورجيا الجنوبية', value: 'GS' },
    ])
    const matches = both.matchAt(tokenize('وجورجيا الجنوبية'), 0)
    expect(matches.map((match) => [match.values, match.tokens])).toEqual([
      [['GS'], 2],
      [['GE', 'US-GA'], 1],
    ])
    expect(matches[0]?.reading?.prefixes).toEqual(['و'])
    expect(both.get('جورجيا')).toEqual(['GE', 'US-GA'])
    expect(both.get('وجورجيا')).toEqual([])
    expect(both.get('')).toEqual([])
  })

  it('prefers a word as it stands to one with its first letter taken off', () => {
    const names = PhraseIndex.of([
      { form: 'وليد', value: 'Walid' },
      { form: 'ليد', value: 'Leeds' },
    ])
    expect(names.matchAt(tokenize('وليد'), 0).map((match) => match.values)).toEqual([['Walid']])
  })
})
