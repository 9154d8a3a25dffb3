/** Feeds of every kind, sound and broken: entries become articles, nothing is expanded or fetched. */
import { describe, expect, test } from 'vitest'
import { readMailDate } from '../../src/reading/mail-dates.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { expectTiled, partsOf, rawDocument, readPage } from './support.ts'

const STORY = 'قال وزير الخارجية الأردني إن بلاده ترحب بالمبادرة الجديدة، مؤكداً أن الطريق إلى الاستقرار يمر عبر الحوار.'

function rss(items: string, channel = '<title>صحيفة المثال</title><link>https://example.org/</link>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`
}

function articlesOf(feed: string) {
  const page = readPage(feed)
  expectTiled(page)
  return page.articles
}

describe('entries', () => {
  test('RSS 2.0: body through the rules for HTML, author, tags, address', () => {
    const body = `<p>${STORY}</p><p>اقرأ أيضا: <a href="/2">البرلمان يناقش مشروع القانون</a></p><p>وختم الوزير حديثه بالشكر للحاضرين جميعاً.</p>`
    const feed =
      rss(`<item><title>الأردن يرحب &amp;quot;بالمبادرة&amp;quot;</title><link>/news/1</link><guid isPermaLink="false">x-1</guid>
      <dc:creator><![CDATA[محمد العلي]]></dc:creator><category>سياسة</category><pubDate>Sat, 01 Feb 2025 01:30:00 +0300</pubDate>
      <description>ملخص</description><content:encoded><![CDATA[${body}]]></content:encoded></item>`)
    expect(articlesOf(feed)).toMatchObject([
      {
        kind: 'MAIN',
        headline: 'الأردن يرحب "بالمبادرة"',
        text: `${STORY}\n\nوختم الوزير حديثه بالشكر للحاضرين جميعاً.`,
        url: 'https://example.org/news/1',
        source: { name: 'صحيفة المثال', domain: 'example.org' },
        authors: ['محمد العلي'],
        keywords: ['سياسة'],
        publishedOn: '2025-02-01',
        publishedAt: '2025-01-31T22:30:00Z',
        dateBasis: 'METADATA',
      },
      { kind: 'HEADLINE' },
    ])
  })

  test('a description that is escaped HTML is read as what it shows, and marked as a teaser', () => {
    const feed = rss(
      `<item><title>عنوان الخبر</title><description>&lt;img src="x"&gt;${STORY} &amp;quot;نعم&amp;quot;&lt;br/&gt;&lt;a href="/1"&gt;المزيد&lt;/a&gt;</description></item>`,
    )
    const page = readPage(feed)
    expect(page.articles[0]?.text.startsWith(`${STORY} "نعم"`)).toBe(true)
    expect(page.notes.map((note) => note.code)).toContain('TEASER')
  })

  test('Atom: the alternate link, XHTML content, the date of change where no other is', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة المثال</title><entry><title type="html">عنوان الخبر</title>
      <link rel="enclosure" href="https://example.org/a.mp3"/><link href="https://example.org/1"/><id>tag:example.org,2025:1</id>
      <author><name>سارة حسن</name></author><updated>2025-02-01T08:00:00+02:00</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${STORY}</p><p>فقرة أخرى من الخبر، قصيرة.</p></div></content></entry></feed>`
    expect(articlesOf(feed)).toMatchObject([
      {
        headline: 'عنوان الخبر',
        url: 'https://example.org/1',
        authors: ['سارة حسن'],
        text: `${STORY}\n\nفقرة أخرى من الخبر، قصيرة.`,
        publishedOn: '2025-02-01',
        updatedAt: null,
      },
    ])
  })

  test('Media RSS: the description in its group, where there is no other', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>قناة المثال</title><entry><title>عنوان المقطع</title><media:group><media:title>عنوان آخر</media:title><media:description>${STORY}</media:description></media:group></entry></feed>`
    expect(articlesOf(feed)).toMatchObject([{ headline: 'عنوان المقطع', text: STORY }])
  })

  test('RDF: entries beside the channel, Dublin Core dates', () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>صحيفة المثال</title></channel>
      <item rdf:about="1"><title>عنوان الخبر</title><link>https://example.org/1</link><description>${STORY}</description><dc:date>2025-02-01T08:00:00Z</dc:date></item></rdf:RDF>`
    expect(articlesOf(feed)).toMatchObject([{ headline: 'عنوان الخبر', text: STORY, publishedOn: '2025-02-01' }])
  })

  test('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'صحيفة المثال',
      items: [
        {
          id: '1',
          url: 'https://example.org/1',
          title: 'عنوان الخبر',
          content_html: `<p>${STORY}</p>`,
          date_published: '2025-02-01T01:00:00+03:00',
          authors: [{ name: 'سارة حسن' }],
          tags: ['سياسة'],
        },
      ],
    }
    expect(articlesOf(JSON.stringify(feed))).toMatchObject([
      {
        headline: 'عنوان الخبر',
        text: STORY,
        authors: ['سارة حسن'],
        keywords: ['سياسة'],
        publishedOn: '2025-02-01',
        source: { name: 'صحيفة المثال', domain: 'example.org' },
      },
    ])
  })
})

describe('broken and hostile feeds', () => {
  test('a bare ampersand, an entry inside an entry, no end', () => {
    const feed = `<rss><channel><title>x</title><item><title>الأول & الثاني</title><link>https://example.org/?a=1&b=2</link><item><title>الداخل</title></item></item><item><title>الأخير`
    expect(articlesOf(feed).map((article) => article.headline)).toEqual(['الأول & الثاني', 'الداخل', 'الأخير'])
  })

  test('a server’s complaint before the feed', () => {
    const feed = `<br />\n<b>Warning</b>: something on line 3<br />\n${rss('<item><title>عنوان الخبر</title></item>')}`
    expect(articlesOf(feed).map((article) => article.headline)).toEqual(['عنوان الخبر'])
  })

  test('an entry with nothing in it leaves a note', () => {
    const page = readPage(rss('<item><guid>1</guid></item>'))
    expect(page.articles).toEqual([])
    expect(page.notes.map((note) => note.code)).toEqual(['ENTRY_EMPTY', 'NO_ARTICLE'])
  })

  test('entities that the document defines are not expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><title>x</title><item><title>عنوان &b; &f;</title></item></channel></rss>`
    expect(articlesOf(bomb)[0]?.headline).toBe('عنوان &b; &f;')
  })

  test('an address that runs a script is none', () => {
    expect(articlesOf(rss('<item><title>عنوان</title><link>javascript:alert(1)</link></item>'))[0]?.url).toBeNull()
  })

  test('too many entries are refused', () => {
    expect(readDocument(rawDocument(rss('<item><title>عنوان</title></item>'.repeat(1001))))).toMatchObject({
      code: 'TOO_MANY_RECORDS',
    })
  })

  test('titles of entries stand in the document as parts', () => {
    expect(partsOf(readPage(rss('<item><title>عنوان الخبر</title></item>')), 'HEADLINE')).toEqual(['عنوان الخبر'])
  })
})

describe('dates of mail and servers', () => {
  test.each([
    ['Fri, 19 Nov 2021 01:45:08 +02:00', '2021-11-19', '2021-11-18T23:45:08Z'],
    ['WED,23 MAY 2012 02:23:01', '2012-05-23', null],
    ['Sat, 01 Feb 25 10:00 Z', '2025-02-01', '2025-02-01T10:00:00Z'],
    ['Mon, 1 September 2025 3:05:07 GMT+0300', '2025-09-01', '2025-09-01T00:05:07Z'],
    ['Wed, 17 Jan 2018 15:50:00 EST', '2018-01-17', '2018-01-17T20:50:00Z'],
    ['12-Mar-2024 10:00:00 AST', '2024-03-12', null],
    ['Fri Mar 13 21:30:09 EST 2015', '2015-03-13', null],
    ['Thu Feb 01 08:00:00 UTC 2024', '2024-02-01', '2024-02-01T08:00:00Z'],
    ['05.04.2025', '2025-04-05', null],
    ['Seg, 24 Set 2018 19:42:40 -0300', '2018-09-24', '2018-09-24T22:42:40Z'],
    ['lun., 03 févr. 2025 10:00:00 +0100', '2025-02-03', '2025-02-03T09:00:00Z'],
    ['Cmt, 01 Şub 2025 00:30:00 +0300', '2025-02-01', '2025-01-31T21:30:00Z'],
  ])('%s', (text, day, instant) => {
    expect(readMailDate(text)).toEqual({ day, instant, contradiction: null })
  })

  test.each(['31 Feb 2020', '12 monkeys 2020', '1.2.3', '10.13.2025', ''])('%s is none', (text) => {
    expect(readMailDate(text)).toBeNull()
  })
})
