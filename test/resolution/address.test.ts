import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalAddress, isTime } from '../../src/resolution/address.ts'

describe('one article under its many addresses', () => {
  const same: readonly (readonly [string, ...string[]])[] = [
    // Bug log 47.
    [
      'outlet.example/world/1045971',
      'https://outlet.example/world/1045971-ترامب-يعلن-انسحاب',
      'http://outlet.example/world/1045971',
    ],
    [
      'outlet.example/world/1045971',
      'HTTPS://WWW.Outlet.EXAMPLE:443/world/1045971/',
      'http://m.outlet.example:80//world/1045971.html#comments',
      'https://amp.outlet.example/amp/world/1045971?amp=1',
      'https://outlet.example/world/1045971-other-words/amp?outputType=amp',
      'https://outlet.example/world/1045971?utm_source=x&utm_medium=y&fbclid=z&gclid=1&at_campaign=64&ref=home',
      'https://outlet.example/world/1045971/ترامب-يعلن-انسحاب-القوات',
      'https://www.google.com/amp/s/www.outlet.example/amp/world/1045971',
      'https://outlet-example.cdn.ampproject.org/c/s/outlet.example/world/1045971?amp',
      'https://web.archive.org/web/20250103112233/http://outlet.example:80/world/1045971',
      'https://web.archive.org/web/20250103112233id_/https://outlet.example/world/1045971',
    ],
    // Percent-encoded or written out; إ as one letter or as an alef and its hamza.
    [
      'outlet.example/news/2025/1/3/إسرائيل-تنسحب',
      'https://outlet.example/news/2025/1/3/إسرائيل-تنسحب',
      `https://outlet.example/news/2025/1/3/${'إسرائيل'.normalize('NFD')}-تنسحب`,
      `https://outlet.example/news/2025/1/3/${encodeURIComponent('إسرائيل-تنسحب')}`,
      `https://outlet.example/news/2025/1/3/${encodeURIComponent('إسرائيل'.normalize('NFD')).toLowerCase()}-تنسحب`,
    ],
    // The number behind the words.
    [
      'outlet.example/20250103/-1096394567',
      'https://outlet.example/20250103/ترامب-يعلن-الانسحاب-1096394567.html',
      'https://outlet.example/20250103/trump-withdraws-at-last-1096394567.html',
    ],
    [
      'outlet.example/story/2025/1/3/-/6832145',
      'https://outlet.example/story/2025/1/3/ترامب-يعلن-الانسحاب-من-الاتفاق/6832145',
      'https://outlet.example/story/2025/1/3/ترامب-ينسحب-من-الاتفاق-رسميا/6832145',
    ],
    [
      'outlet.example/?id=12&lang=ar',
      'http://outlet.example/index.php?lang=ar&id=12&utm_campaign=c',
      'https://outlet.example/?id=12&lang=ar&&',
    ],
  ]
  test.each(same)('%s', (canonical, ...addresses) => {
    for (const address of addresses) expect([address, canonicalAddress(address)]).toEqual([address, canonical])
  })
})

describe('two articles stay two', () => {
  const apart: readonly (readonly [string, string])[] = [
    ['https://outlet.example/world/1045971', 'https://outlet.example/world/1045972'],
    ['https://outlet.example/world/1045971', 'https://outlet.example/sport/1045971'],
    ['https://outlet.example/world/1045971', 'https://other.example/world/1045971'],
    ['https://ar.outlet.example/world/1045971', 'https://en.outlet.example/world/1045971'],
    ['https://outlet.example/index.php?id=12', 'https://outlet.example/index.php?id=13'],
    ['https://outlet.example/?p=12', 'https://outlet.example/?p=13'],
    ['https://outlet.example/news/12345?page=2', 'https://outlet.example/news/12345'],
    // A day, not an article's number.
    ['https://outlet.example/world/20250103-ترامب-يعلن', 'https://outlet.example/world/20250103-بوتين-يعلن'],
    [
      'https://outlet.example/world/250103-trump-withdraws-at-last',
      'https://outlet.example/world/250103-putin-withdraws-at-last',
    ],
    [
      'https://outlet.example/20250103/trump-withdraws-at-last',
      'https://outlet.example/20250103/putin-withdraws-at-last',
    ],
    [
      'https://outlet.example/news/2025-01-03-month-ahead-fr.html',
      'https://outlet.example/news/2025-01-03-month-ahead-de.html',
    ],
    // A count, not an article's number.
    [
      'https://outlet.example/world/45581-شهيدا-منذ-بداية-الحرب',
      'https://outlet.example/world/45581-قتيلا-في-غزة-حتى-اليوم',
    ],
    [
      'https://outlet.example/world/1000000-لاجئ-سوري-في-لبنان',
      'https://outlet.example/world/1000000-طن-من-القمح-إلى-مصر',
    ],
    [
      'https://outlet.example/world/deal-worth-more-than-500000000',
      'https://outlet.example/world/fine-of-more-than-500000000',
    ],
    // A section's number, an author's.
    [
      'https://outlet.example/topics/1045971/trump-withdraws-at-last',
      'https://outlet.example/topics/1045971/putin-withdraws-at-last',
    ],
    // A section's name before a number of its own.
    ['https://outlet.example/middle-east/6832145', 'https://outlet.example/north-africa/6832145'],
    // Letter case of a path, and what has a meaning when encoded.
    ['https://outlet.example/a/c0l1abcd2e3o', 'https://outlet.example/a/C0l1abcd2e3o'],
    ['https://outlet.example/news%2F12345', 'https://outlet.example/news/12345'],
  ]
  test.each(apart)('%s and %s', (a, b) => {
    const [one, other] = [canonicalAddress(a), canonicalAddress(b)]
    expect(one === null || one !== other).toBe(true)
  })
})

test.each([
  'https://outlet.example/',
  'https://outlet.example/index.html',
  'https://outlet.example/news',
  'https://outlet.example/العالم-العربي',
  'https://outlet.example/2025/01/03/',
  'https://outlet.example/20250103',
  'https://outlet.example/ramadan2025',
  'https://outlet.example/tag/trump-withdraws-from-the-deal',
  'https://outlet.example/category.php?id=5',
  'https://outlet.example/?lang=ar',
  'https://outlet.example/news?utm_source=1045971',
  'ftp://outlet.example/world/1045971',
  'outlet.example/world/1045971',
  'javascript:alert(1045971)',
  'not an address 1045971',
  '',
])('%s names no article', (address) => {
  expect(canonicalAddress(address)).toBeNull()
})

test.each(['2025', '202501', '20250103', '03012025', '250103', '202501031230', '1735900000', '1735900000123'])(
  '%s may be a time',
  (digits) => expect(isTime(digits)).toBe(true),
)

test.each(['1045971', '6832145', '1096394567', '12345', '202513', '20251301'])('%s is none', (digits) =>
  expect(isTime(digits)).toBe(false),
)

test.each([
  'https://outlet.example/1045971-ترامب-يعلن/index.php/index.php',
  'https://outlet.example/1045971-ترامب-يعلن.html/index.php',
  'https://outlet.example/1045971-ترامب-يعلن/amp.html',
])('%s ends in files that say nothing, one behind the other', (address) => {
  expect(canonicalAddress(address)).toBe('outlet.example/1045971')
})

test('words beside a number count whole, on both sides, and not by their encoded letters', () => {
  const headline = 'ترامب-يعلن-انسحاب-القوات'
  expect(canonicalAddress(`https://outlet.example/${headline}/1045971-ترامب-يعلن`)).toBe('outlet.example/-/1045971')
  expect(canonicalAddress(`https://outlet.example/${headline}/1045971`)).toBe('outlet.example/-/1045971')
  expect(canonicalAddress('https://outlet.example/a%20b%20c%3C/1045971')).toBe('outlet.example/a%20b%20c%3C/1045971')
})

test('whatever is given: no throw, the same when asked again, and a canonical address is its own', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'amp',
      'tag',
      '1045971',
      '1045971-ترامب-يعلن',
      '2025',
      '1',
      'index.php',
      '%D8%A5',
      '%E1%',
      '%00',
      '',
      'إ',
      '\0',
    ),
    fc.string(),
  )
  const address = fc
    .tuple(
      fc.constantFrom('https://www.outlet.example', 'http://m.google.com/amp/s/x.example', ''),
      fc.array(part),
      fc.array(part),
    )
    .map(([host, path, query]) => `${host}/${path.join('/')}?${query.join('&id=')}`)
  fc.assert(
    fc.property(address, (any) => {
      const canonical = canonicalAddress(any)
      expect(canonicalAddress(any)).toBe(canonical)
      if (canonical === null) return
      expect(canonicalAddress(`https://${canonical}`)).toBe(canonical)
    }),
    { numRuns: 2000 },
  )
})

test('an address that begins with its day names an article by few words', () => {
  expect(canonicalAddress('https://outlet.example/news/2025-01-03-month-ahead.html')).toBe(
    'outlet.example/news/2025-01-03-month-ahead',
  )
})
