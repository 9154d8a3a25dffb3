/** HTML pages: what they say to machines, what they show, what of it is furniture, and that no page is too much. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/reading/read-document.ts'
import { isRefusal } from '../../src/reading/refusal.ts'
import { expectTiled, partsOf, rawDocument, readPage } from './support.ts'

const FIRST = 'قال وزير الخارجية الأردني إن بلاده ترحب بالمبادرة الجديدة، مؤكداً أن الطريق إلى الاستقرار يمر عبر الحوار.'
const SECOND =
  'وأضاف الوزير في مؤتمر صحفي عقده في عمان أن اللقاء المقبل سيعقد الشهر القادم، بمشاركة عدد من الدول العربية.'
const THIRD = 'وكان البرلمان قد ناقش الأسبوع الماضي مشروع القانون، قبل أن يحيله إلى اللجنة المختصة للنظر في بنوده كلها.'
const TITLE = 'الأردن يرحب بالمبادرة الجديدة ويدعو إلى الحوار'

function pageOf(head: string, body: string): string {
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
}

function story(inside = '', around = ''): string {
  return `<main><h1>${TITLE}</h1><div class="story"><p>${FIRST}</p><p>${SECOND}</p>${inside}<p>${THIRD}</p></div>${around}</main>`
}

function mainOf(html: string, url: string | null = null) {
  const page = readPage(html, { url, mediaType: 'text/html' })
  expectTiled(page)
  const [article] = page.articles
  expect(article?.kind).toBe('MAIN')
  if (article === undefined) throw new Error('no article')
  return { page, article }
}

describe('the story', () => {
  test('is the page’s paragraphs, kept apart, and nothing else', () => {
    const { article } = mainOf(pageOf(`<title>${TITLE} | صحيفة المثال</title>`, story()))
    expect(article.headline).toBe(TITLE)
    expect(article.text).toBe(`${FIRST}\n\n${SECOND}\n\n${THIRD}`)
  })

  test.each([
    ['a related link by its words', '<p>اقرأ أيضا: <a href="/2">البرلمان يناقش مشروع القانون الجديد</a></p>'],
    ['a related link without words', '<p><a href="/2">البرلمان يناقش مشروع القانون الجديد</a></p>'],
    [
      'a box of related stories',
      '<div class="related-posts"><ul><li><a href="/2">البرلمان يناقش مشروع القانون الجديد</a></li></ul></div>',
    ],
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>الوزير خلال المؤتمر الصحفي في العاصمة، أمس الأحد</figcaption></figure>',
    ],
    ['a share bar', '<div class="share-bar"><span>شارك</span><a href="#">فيسبوك</a><a href="#">واتساب</a></div>'],
    ['an advert', '<div id="ad-slot-3">اشترك الآن في خدمتنا الجديدة، واحصل على خصم كبير لمدة شهر كامل</div>'],
    ['a script', '<script>document.write("<p>هذا نص لا يراه القارئ، ولا يكتبه أحد في الصفحة أبداً</p>")</script>'],
    ['what is hidden', '<div style="display:none">هذا نص لا يراه القارئ، ولا يكتبه أحد في الصفحة أبداً</div>'],
    ['a form', '<form><label>البريد الإلكتروني</label><button>اشترك</button></form>'],
  ])('leaves out %s and goes on after it', (_, furniture) => {
    const { article } = mainOf(pageOf('', story(furniture)))
    expect(article.text).toBe(`${FIRST}\n\n${SECOND}\n\n${THIRD}`)
  })

  test('gives related links as headlines of their own, with their addresses', () => {
    const related = '<aside><h3>مواضيع ذات صلة</h3><a href="/news/2">البرلمان يناقش مشروع القانون الجديد</a></aside>'
    const { page } = mainOf(pageOf('', story('', related)), 'https://example.org/news/1')
    expect(page.articles.slice(1)).toMatchObject([
      {
        kind: 'HEADLINE',
        headline: 'البرلمان يناقش مشروع القانون الجديد',
        url: 'https://example.org/news/2',
        text: '',
      },
    ])
  })

  test('is found where paragraphs are parted by line breaks', () => {
    const body = `<h1>${TITLE}</h1><td><div id="text">${FIRST}<br><br>${SECOND}<br/><br/>${THIRD}</div></td>`
    expect(mainOf(pageOf('', body)).article.text).toBe(`${FIRST}\n\n${SECOND}\n\n${THIRD}`)
  })

  test('is found where each paragraph has a box of its own', () => {
    const boxes = [FIRST, SECOND, THIRD].map((text) => `<div class="x"><div><p>${text}</p></div></div>`).join('')
    expect(mainOf(pageOf('', `<main><h1>${TITLE}</h1>${boxes}</main>`)).article.text).toBe(
      `${FIRST}\n\n${SECOND}\n\n${THIRD}`,
    )
  })

  test('is taken from JSON-LD where scripts would have shown it', () => {
    const linked = { '@type': 'NewsArticle', headline: TITLE, articleBody: `${FIRST}\n\n${SECOND}` }
    const html = pageOf(`<script type="application/ld+json">${JSON.stringify(linked)}</script>`, `<h1>${TITLE}</h1>`)
    expect(mainOf(html).article.text).toBe(`${FIRST}\n\n${SECOND}`)
  })

  test('character references are undone, and parts still tile the source', () => {
    const { page, article } = mainOf(
      pageOf('', story('<p>&quot;&#1606;&#1593;&#1605;&quot; &ndash; قالها الوزير مرتين، ثم غادر القاعة مسرعاً.</p>')),
    )
    expect(article.text).toContain('"نعم" – قالها الوزير مرتين')
    expect(partsOf(page, 'BODY').join('')).toContain('&quot;&#1606;')
  })
})

describe('what the page says of itself', () => {
  const linked = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebPage', '@id': 'https://example.org/1' },
      { '@type': 'Person', '@id': '#writer', name: 'محمد العلي' },
      { '@type': 'Organization', '@id': '#house', name: 'صحيفة المثال' },
      {
        '@type': ['NewsArticle'],
        headline: TITLE,
        datePublished: '2025-02-01T01:30:00+03:00',
        dateModified: '2025-02-01T09:00:00+03:00',
        author: [{ '@id': '#writer' }, { '@type': 'Organization', name: 'رويترز' }],
        publisher: { '@id': '#house' },
        keywords: ['الأردن', 'الحوار'],
      },
    ],
  }

  test('is read from JSON-LD in a graph, names by their @id', () => {
    const head = `<link rel="canonical" href="/news/1"><script type="application/ld+json">${JSON.stringify(linked)}</script>`
    const { article } = mainOf(pageOf(head, story()), 'https://www.example.org/news/1?utm_source=x')
    expect(article).toMatchObject({
      headline: TITLE,
      url: 'https://www.example.org/news/1',
      source: { name: 'صحيفة المثال', domain: 'example.org' },
      authors: ['محمد العلي'],
      keywords: ['الأردن', 'الحوار'],
      publishedOn: '2025-02-01',
      publishedAt: '2025-01-31T22:30:00Z',
      updatedAt: '2025-02-01T06:00:00Z',
      dateBasis: 'METADATA',
    })
  })

  test('is read from OpenGraph and its kin', () => {
    const head = `<meta property="og:title" content="${TITLE}"><meta property="og:type" content="article">
      <meta property="og:site_name" content="صحيفة المثال"><meta name="author" content="كتب: محمد العلي">
      <meta property="article:published_time" content="2025-02-01T10:00:00+02:00"><meta property="article:tag" content="الأردن">`
    expect(mainOf(pageOf(head, story()), 'https://example.org/a').article).toMatchObject({
      source: { name: 'صحيفة المثال', domain: 'example.org' },
      authors: ['محمد العلي'],
      keywords: ['الأردن'],
      publishedOn: '2025-02-01',
      publishedAt: '2025-02-01T08:00:00Z',
    })
  })

  test('the printed day counts where the instant is in UTC', () => {
    const head = '<meta property="article:published_time" content="2025-01-31T22:30:00Z">'
    const body = story().replace('</h1>', '</h1><div class="date">السبت 1 فبراير 2025</div>')
    expect(mainOf(pageOf(head, body)).article).toMatchObject({
      publishedOn: '2025-02-01',
      publishedAt: '2025-01-31T22:30:00Z',
      dateBasis: 'PAGE',
    })
  })

  test('a date and a byline that only the page prints are read', () => {
    const body = story().replace('</h1>', '</h1><span>عمان - محمد العلي</span><div>نشر في: 1 شباط 2025</div>')
    expect(mainOf(pageOf('', body)).article).toMatchObject({
      authors: ['محمد العلي'],
      publishedOn: '2025-02-01',
      dateBasis: 'PAGE',
    })
  })

  test('a page on which scripts hide the rest says so', () => {
    const cut = { '@type': 'NewsArticle', headline: TITLE, isAccessibleForFree: false }
    const html = pageOf(
      `<script type="application/ld+json">${JSON.stringify(cut)}</script>`,
      `<h1>${TITLE}</h1><p>${FIRST}</p>`,
    )
    expect(mainOf(html).page.notes.map((note) => note.code)).toContain('PAYWALL')
  })
})

test('a page of headlines holds no article', () => {
  const cards = Array.from(
    { length: 12 },
    (_, at) =>
      `<div><h3><a href="/${at}">عنوان خبر رقم ${at} عن اجتماع في العاصمة</a></h3><p>ملخص قصير للخبر رقم ${at}، في جملة واحدة لا غير.</p></div>`,
  )
  const page = readPage(pageOf('<title>صحيفة المثال</title>', cards.join('')), { url: 'https://example.org/' })
  expect(page.notes.map((note) => note.code)).toContain('NO_ARTICLE')
  expect(page.articles.map((article) => article.kind)).toEqual(Array.from({ length: 12 }, () => 'HEADLINE'))
})

test('a page without any text is refused', () => {
  const outcome = readDocument(rawDocument(pageOf('', '<div id="app"></div><script>start()</script>')))
  expect(outcome).toMatchObject({ code: 'PAGE_WITHOUT_TEXT' })
})

describe('no page is too much', () => {
  test.each([
    ['2000 nested elements', `${'<div>'.repeat(2000)}<h1>${TITLE}</h1><p>${FIRST}</p>${'</div>'.repeat(2000)}`],
    ['100000 nested elements', '<div>'.repeat(100_000)],
    ['a million pieces', '<b>x</b> '.repeat(300_000)],
    ['unclosed links', '<a href="x">كلمة '.repeat(20_000)],
    ['unclosed comments', '<!--'.repeat(200_000)],
    ['many headings', `<h1>${TITLE}</h1>`.repeat(5000)],
    ['100000 tags', '<div><span>كلمة</span></div>'.repeat(25_000)],
    [
      'ten megabytes of paragraphs',
      `<h1>${TITLE}</h1>${`<p>${FIRST}</p>`.repeat(Math.ceil(10_000_000 / (2 * FIRST.length)))}`,
    ],
    [
      'a picture of ten megabytes in an attribute',
      `<h1>${TITLE}</h1><img src="data:image/png;base64,${'A'.repeat(10_000_000)}"><p>${FIRST}</p>`,
    ],
    ['many paragraphs', `<div><p>${FIRST}</p></div>`.repeat(5000)],
  ])(
    '%s',
    (_, body) => {
      const outcome = readDocument(rawDocument(`<html><body>${body}</body></html>`))
      if (!isRefusal(outcome)) expectTiled(outcome)
      else expect(['MARKUP_TOO_COMPLEX', 'PAGE_WITHOUT_TEXT']).toContain(outcome.code)
    },
    30_000,
  )
})

test('any soup of tags, text and scripts becomes a page whose parts tile it, or a refusal', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<h1>',
      '</h1>',
      '<a href="/x">',
      '</a>',
      '<br>',
      '<li>',
    ),
    fc.constantFrom(
      '<table><tr><td>',
      '<script type="application/ld+json">{"@type":"NewsArticle"',
      '</script>',
      '<!--',
      '-->',
      '<',
    ),
    fc.constantFrom(
      '&amp;',
      '&#x6',
      '&quot;',
      '&nbsp;',
      '\u200f',
      '\ufeff',
      '<time datetime="2025-02-01">',
      '</time>',
      '<title>',
    ),
    fc.constantFrom(FIRST, SECOND, TITLE, 'By Sara Smith', '1 شباط 2025', 'اقرأ أيضا:', '\n\n'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const outcome = readDocument(rawDocument(`<html><body>${pieces.join('')}`, { url: 'https://example.org/1' }))
      if (!isRefusal(outcome)) expectTiled(outcome)
    }),
    { numRuns: 300 },
  )
})
