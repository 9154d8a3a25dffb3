/** Agencies' wires: what is known as one, what is bounded, what hostile ones can do. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'
import { splitDeskMarks } from '../../../src/reading/wire/desk-marks.ts'
import { writtenBody } from '../../../src/reading/wire/markup-body.ts'
import { plainParagraphs } from '../../../src/reading/wire/plain-paragraphs.ts'
import { expectTiled, rawDocument, readPage } from '../support.ts'

function located(text: string) {
  return { text, offsets: Uint32Array.from({ length: text.length + 1 }, (_, at) => at) }
}

function nitf(headline: string, body: string): string {
  return `<nitf><head><title>${headline}</title></head><body><body.content>${body}</body.content></body></nitf>`
}

function g2(meta: string, content = ''): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta>${meta}</itemMeta><contentMeta><headline>عنوان الخبر</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`
}

describe('items', () => {
  test('without an XML declaration, with a prefix on every name', () => {
    const page = readPage(
      '<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:2"><n:itemMeta><n:versionCreated>2025-02-01T01:00:00+03:00</n:versionCreated></n:itemMeta><n:contentMeta><n:headline>عنوان الخبر</n:headline></n:contentMeta><n:contentSet><n:inlineXML><x:nitf xmlns:x="y"><x:body><x:body.content><x:p>نص الخبر الأول.</x:p><x:p>فقرة ثانية.</x:p></x:body.content></x:body></x:nitf></n:inlineXML></n:contentSet></n:newsItem>',
    )
    expectTiled(page)
    expect(page.articles).toMatchObject([
      { headline: 'عنوان الخبر', text: 'نص الخبر الأول.\n\nفقرة ثانية.', guid: 'urn:x:2', publishedOn: '2025-02-01' },
    ])
  })

  test('the best of several renderings of one text is the text', () => {
    const page = readPage(
      g2(
        '<versionCreated>2025-02-01T01:00:00Z</versionCreated>',
        '<inlineData contenttype="text/plain">قصير.</inlineData><inlineXML contenttype="application/xhtml+xml"><html><body><p>نص الخبر الطويل.</p><p>وفقرته الثانية.</p></body></html></inlineXML>',
      ),
    )
    expect(page.articles.map((article) => article.text)).toEqual(['نص الخبر الطويل.\n\nوفقرته الثانية.'])
  })

  test.each([
    ['<pubStatus qcode="stat:canceled"/>', 'ITEM_CANCELED'],
    ['<pubStatus qcode="stat:usable"/><signal qcode="sig:kill"/>', 'ITEM_CANCELED'],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', 'ITEM_WITHHELD'],
  ])('%s is no article and says why', (meta, code) => {
    const page = readPage(g2(meta, '<inlineData>نص الخبر.</inlineData>'))
    expectTiled(page)
    expect(page.articles).toEqual([])
    expect(page.notes.map((note) => note.code)).toEqual([code, 'NO_ARTICLE'])
  })

  test('an item of NewsML 1 that is killed', () => {
    const page = readPage(
      '<NewsML><NewsItem><NewsManagement><Status FormalName="Canceled"/></NewsManagement><NewsComponent><NewsLines><HeadLine>عنوان</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>',
    )
    expect(page.notes.map((note) => note.code)).toEqual(['ITEM_CANCELED', 'NO_ARTICLE'])
  })

  test('two stories of one NewsML 1 item are two articles with names of their own', () => {
    const story = (headline: string, text: string) =>
      `<NewsComponent><NewsLines><HeadLine>${headline}</HeadLine></NewsLines><ContentItem><DataContent><p>${text}</p></DataContent></ContentItem></NewsComponent>`
    const page = readPage(
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x.example</ProviderId><NewsItemId>A1</NewsItemId></NewsIdentifier></Identification><NewsComponent>${story('الأول', 'نص الأول.')}${story('الثاني', 'نص الثاني.')}</NewsComponent></NewsItem></NewsML>`,
    )
    expect(page.articles.map(({ headline, guid, text }) => [headline, guid, text])).toEqual([
      ['الأول', 'x.example:A1', 'نص الأول.'],
      ['الثاني', 'x.example:A1#2', 'نص الثاني.'],
    ])
  })
})

describe('bounds', () => {
  test('entities are inert, however many there are', () => {
    const names = 'abcdefghij'.split('')
    const bomb = names.map((name, at) => `<!ENTITY ${name} "${`&${names[at - 1] ?? 'z'};`.repeat(10)}">`).join('')
    const page = readPage(
      `<?xml version="1.0"?><!DOCTYPE nitf [${bomb}<!ENTITY x SYSTEM "file:///etc/passwd">]>${nitf('عنوان &j;', '<p>نص &j; &x;</p>')}`,
    )
    expect(page.articles[0]).toMatchObject({ headline: 'عنوان &j;', text: 'نص &j; &x;' })
  })

  test('characters that HTML names are read, though XML does not know them', () => {
    const page = readPage(
      nitf(
        'السوق&nbsp;&laquo;القديم&raquo;',
        '<p>قال&nbsp;التاجر &ldquo;نعم&rdquo; &unknown; &#1594;دا &lt;b&gt;.</p>',
      ),
    )
    expectTiled(page)
    expect(page.articles[0]).toMatchObject({
      headline: 'السوق\u00a0«القديم»',
      text: 'قال\u00a0التاجر “نعم” &unknown; غدا <b>.',
    })
  })

  test('nesting without end is refused or borne, never a crash', () => {
    expect(readDocument(rawDocument(nitf('عنوان', '<block>'.repeat(5000))))).toMatchObject({
      code: 'MARKUP_TOO_COMPLEX',
    })
    const deep = `${'<block>'.repeat(2000)}<p>نص.</p>${'</block>'.repeat(2000)}`
    expect(readDocument(rawDocument(nitf('عنوان', deep)))).toHaveProperty('articles')
    const components = `${'<NewsComponent>'.repeat(1500)}${'</NewsComponent>'.repeat(1500)}`
    expect(readDocument(rawDocument(`<NewsML><NewsItem>${components}</NewsItem></NewsML>`))).toHaveProperty('articles')
  })

  test('more than a thousand items are refused', () => {
    expect(
      readDocument(rawDocument(`<newsMessage><itemSet>${g2('').repeat(1001)}</itemSet></newsMessage>`)),
    ).toMatchObject({
      code: 'TOO_MANY_RECORDS',
    })
  })

  test('a message that breaks off keeps what stands before', () => {
    const message = `<newsMessage><itemSet>${g2('', '<inlineData>نص الخبر الأول.</inlineData>')}<newsItem guid="urn:x:9"><itemMeta><vers`
    const page = readPage(message)
    expectTiled(page)
    expect(page.articles.map((article) => article.text)).toEqual(['نص الخبر الأول.'])
  })

  test('other XML is refused with what to do', () => {
    expect(
      readDocument(rawDocument('<?xml version="1.0"?><catalogue><newsItem>x</newsItem></catalogue>')),
    ).toMatchObject({
      code: 'FORMAT_UNSUPPORTED',
      message: expect.stringContaining('<catalogue>'),
    })
  })

  test('records that are no ninjs stay records', () => {
    expect(readPage('{"headline": "عنوان الخبر", "body": "نص الخبر.", "date": "2025-02-01"}').articles).toMatchObject([
      { headline: 'عنوان الخبر', text: 'نص الخبر.', publishedOn: '2025-02-01' },
    ])
  })
})

describe('texts of wires', () => {
  test('wrapped lines are one paragraph again, lines that are not stay apart', () => {
    const wrapped =
      '   افتتحت رئيسة البلدية الجسر الجديد فوق الوادي بعد\nعامين من العمل في وسط المدينة القديمة أمام\nالناس.\n   وقالت إن الجسر قصير.'
    expect(plainParagraphs(located(wrapped)).text).toBe(
      'افتتحت رئيسة البلدية الجسر الجديد فوق الوادي بعد عامين من العمل في وسط المدينة القديمة أمام الناس.\n\nوقالت إن الجسر قصير.',
    )
    expect(plainParagraphs(located('جملة أولى.\nجملة ثانية.\r\n\r\nجملة ثالثة.')).text).toBe(
      'جملة أولى.\n\nجملة ثانية.\n\nجملة ثالثة.',
    )
  })

  test('every letter of a text without tags keeps its place', () => {
    const source = '<p>\n نص أول\nنص ثان </p>'
    const { text, offsets } = writtenBody(located(source))
    for (const [at, letter] of [...text].entries()) {
      if (letter.trim() !== '') expect(source.charAt(offsets[at] ?? -1)).toBe(letter)
    }
    expect(text).toBe('نص أول\n\nنص ثان')
  })

  test.each([
    ['نص الخبر.\n\nسك/ن ح/دص', 'نص الخبر.'],
    ['Text.\n\nhh/ph/ts', 'Text.'],
    ['نص الخبر.\n\n(إعداد سلمى الخطيب للنشرة العربية - تحرير هند صالح)', 'نص الخبر.'],
    ['Text.\n\n(Reporting by A; Editing by B)\n\n###', 'Text.'],
    ['نص ينتهي بقوس (هكذا).', 'نص ينتهي بقوس (هكذا).'],
    ['hh/ph', 'hh/ph'],
  ])('marks of the desk: %j', (body, text) => {
    expect(splitDeskMarks(located(body)).text.text).toBe(text)
  })
})
