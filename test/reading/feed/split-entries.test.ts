/** Feeds taken apart: each entry alone reads as it reads among the others, and keeps its bytes while it does not change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitEntries } from '../../../src/reading/feed/split-entries.ts'
import type { RawDocument } from '../../../src/reading/page.ts'
import { isRefusal } from '../../../src/reading/refusal.ts'
import { rawDocument, readPage } from '../support.ts'

const HEAD = '<title>صحيفة المرفأ</title><link>https://marfa.example/</link><language>ar</language>'

function rss(items: string, head = HEAD): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`
}

function split(feed: string | Uint8Array, given: Partial<Omit<RawDocument, 'bytes'>> = {}): readonly RawDocument[] {
  const entries = splitEntries(rawDocument(feed, given))
  if (isRefusal(entries)) throw new Error(entries.message)
  return entries
}

function texts(feed: string): string[] {
  return split(feed).map((entry) => new TextDecoder().decode(entry.bytes))
}

function expectSame(feed: string | Uint8Array, given: Partial<Omit<RawDocument, 'bytes'>> = {}): void {
  const key = (article: object) => JSON.stringify(article)
  const whole = readPage(feed, given).articles.map(key).sort()
  const alone = split(feed, given).flatMap((entry) => readPage(entry.bytes, entry).articles.map(key))
  expect(alone.sort()).toEqual(whole)
}

describe('entries alone', () => {
  test('an entry keeps its bytes when the feed’s own dates, counters and other entries change', () => {
    const entry = (comments: number) =>
      `<item><title>خبر أول</title><guid>a-1000</guid><slash:comments>${comments}</slash:comments></item>`
    const before = texts(rss(entry(1), `${HEAD}<lastBuildDate>Sat, 01 Feb 2025 10:00:00 GMT</lastBuildDate>`))
    const after = texts(rss(`<item><title>خبر ثان</title></item>${entry(2)}`, `${HEAD}<ttl>5</ttl>`))
    expect(after).toHaveLength(2)
    expect(after[1]).toBe(before[0])
    expect(before[0]).toContain('<language>ar</language>')
    expect(before[0]).not.toContain('lastBuildDate')
  })

  test('RSS, Atom, RDF and JSON Feed read alone as they read whole', () => {
    const story =
      '<p>افتتحت البلدية الجسر اليوم.</p><p>اقرأ أيضا: <a href="/2">المجلس يناقش الموازنة العامة غدا</a></p>'
    expectSame(
      rss(`<item><title>الجسر &amp; الميناء</title><link>/1</link><content:encoded><![CDATA[${story}]]></content:encoded></item>
        <item><title>عنوان ثان</title><source url="x">وكالة الميناء</source><pubDate>Sat, 01 Feb 2025 10:00:00 GMT</pubDate></item>`),
    )
    expectSame(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة المرفأ</title><link rel="self" href="https://marfa.example/feed?t=1"/><link href="https://marfa.example/"/><updated>2025-02-01T00:00:00Z</updated>
      <entry><title type="html">عنوان</title><link href="/1"/><id>tag:marfa.example,2025:1</id><updated>2025-02-01T08:00:00+02:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص الخبر.</p></div></content></entry></feed>`)
    expectSame(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>صحيفة المرفأ</title><link>https://marfa.example/</link></channel>
      <item rdf:about="1"><title>عنوان الخبر</title><link>/1</link></item><item rdf:about="2"><title>عنوان آخر</title></item></rdf:RDF>`)
    expectSame(
      `{"version": "https://jsonfeed.org/version/1.1", "title": "صحيفة \\"المرفأ\\"", "home_page_url": "https://marfa.example/", "items": [{"id": 12345, "url": "/1", "title": "عنوان", "content_text": "نص ] } الخبر"}, {"id": "b", "title": "آخر"}]}`,
    )
  })

  test('broken feeds: unclosed tags, entries in entries, a bare ampersand, another charset', () => {
    expectSame(
      rss(
        '<item><title>الأول & الثاني</title><description><![CDATA[نص الخبر الأول]]><item><title>الداخل</title></item></item><item><title>بلا نهاية<link>https://marfa.example/3</link></item>',
      ),
    )
    const windows = Uint8Array.from([
      ...new TextEncoder().encode(
        '<?xml version="1.0" encoding="windows-1256"?><rss><channel><title>x</title><item><title>',
      ),
      ...[0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9],
      ...new TextEncoder().encode('</title></item></channel></rss>'),
    ])
    expectSame(windows, { mediaType: 'application/rss+xml; charset=windows-1256' })
    expect(readPage(split(windows)[0]?.bytes ?? '').articles[0]?.headline).toBe('القاهرة')
  })

  test('an entry that the feed breaks off in is left out', () => {
    expect(texts('<rss><channel><title>x</title><item><title>كامل</title></item><item><title>مقطوع الع')).toHaveLength(
      1,
    )
  })

  test('JSON Feed that breaks off keeps the entries before the break', () => {
    const feed = `{"version": "https://jsonfeed.org/version/1.1",\n"title": "صحيفة المرفأ",\n"items": [\n{"id": "a-1000", "title": "خبر أول"},\n{"id": "a-1001", "title": "خبر ثان"},\n{"id": "a-1002", "tit`
    expectSame(feed)
    expect(texts(feed)).toHaveLength(2)
  })

  test('an empty feed has no entries; what is no feed is refused', () => {
    expect(texts(rss(''))).toEqual([])
    expect(splitEntries(rawDocument('<html><body>لا شيء</body></html>'))).toMatchObject({ code: 'FORMAT_UNSUPPORTED' })
  })

  test('whatever stands in the entries', () => {
    const word = fc.constantFrom('الوزير', 'قال', 'Port', '&amp;', '&', '<b>غدا</b>', '&lt;p&gt;', '…', '"', '2025')
    const phrase = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
    const field = fc.tuple(
      fc.constantFrom('title', 'link', 'description', 'guid', 'pubDate', 'author', 'category'),
      phrase,
    )
    const element = fc.tuple(field, fc.boolean(), fc.boolean()).map(([[name, text], cdata, open]) => {
      return `<${name}>${cdata ? `<![CDATA[${text}]]>` : text}${open && cdata ? '' : `</${name}>`}`
    })
    const item = fc.array(element, { maxLength: 6 }).map((fields) => `<item>${fields.join('\n')}</item>`)
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => expectSame(rss(items.join('\n')))),
      { numRuns: 60 },
    )
  })
})
