import { expect, test } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest-document.ts'
import { reprocessAll, reprocessDocument } from '../../src/ingest/reprocess.ts'
import type { RawDocument } from '../../src/reading/page.ts'
import type { Database } from '../../src/store/database.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'

const receivedAt = new Date('2025-02-03T00:00:00Z')

type Given = {
  readonly url: string
  readonly title: string
  readonly content: string
  readonly source?: string
  readonly updated?: string
}

function record({ source = 'صحيفة المرفأ', ...given }: Given): RawDocument {
  const fields = { source, date_published: '2025-01-03T10:00:00+02:00', ...given }
  return { bytes: Buffer.from(JSON.stringify(fields)), filename: 'record.json', mediaType: null, url: null }
}

function feed(outlet: string, guid: string, title: string, text: string): RawDocument {
  const bytes = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>${outlet}</title><item><guid isPermaLink="false">${guid}</guid><title>${title}</title>
    <pubDate>Fri, 03 Jan 2025 10:00:00 +0200</pubDate><description>${text}</description></item></channel></rss>`)
  return { bytes, filename: 'feed.xml', mediaType: null, url: null }
}

async function load(database: Database, documents: readonly RawDocument[]): Promise<void> {
  for (const raw of documents) expect((await ingestDocument(database, raw, { receivedAt })).failure).toBeNull()
}

/** Headlines, the current ones first. */
async function headlines({ prisma }: Database): Promise<[string, boolean][]> {
  const articles = await prisma.article.findMany({ orderBy: [{ superseded: 'asc' }, { headline: 'asc' }] })
  return articles.map(({ headline, superseded }) => [headline, superseded])
}

const address = 'outlet.example/world/1045971'
const announces = 'أعلن الرئيس الأميركي دونالد ترامب يوم الجمعة انسحاب بلاده من سوريا.'
// Bug log 47: one article, its headline changed, under two addresses.
const revisions = [
  record({
    url: `http://www.${address}`,
    title: 'ترامب يتجه إلى الانسحاب',
    content: announces,
    updated: '2025-01-03T08:00:00Z',
  }),
  record({
    url: `https://${address}-ترامب-يعلن-انسحاب`,
    title: 'ترامب يعلن الانسحاب',
    content: `${announces} ونفت وزارة الدفاع ذلك.`,
    updated: '2025-01-03T09:00:00Z',
  }),
  record({
    url: `https://${address}/?utm_source=feed`,
    title: 'ترامب يعلن الانسحاب من سوريا',
    content: `${announces} وأكدت وزارة الدفاع ذلك.`,
    updated: '2025-01-03T10:00:00Z',
  }),
]
const others = [
  record({
    url: 'https://outlet.example/world/1045972',
    title: 'فرنسا تنتقد القرار',
    content: 'انتقدت فرنسا يوم الجمعة انسحاب الولايات المتحدة من سوريا.',
  }),
  record({ url: 'https://outlet.example/world', title: 'أخبار العالم اليوم', content: 'وصل الرئيس المصري إلى باريس.' }),
  record({ url: 'https://outlet.example/world', title: 'أخبار الرياضة', content: 'وصل المنتخب المصري إلى باريس.' }),
]

test('an article under two addresses with its headline changed is one, and the same in any order and understood again', async () => {
  await using database = await createTestDatabase()
  await load(database, [...revisions, ...others])
  expect(await headlines(database)).toEqual([
    ['أخبار الرياضة', false],
    ['أخبار العالم اليوم', false],
    ['ترامب يعلن الانسحاب من سوريا', false],
    ['فرنسا تنتقد القرار', false],
    ['ترامب يتجه إلى الانسحاب', true],
    ['ترامب يعلن الانسحاب', true],
  ])
  const graph = await exported(database)
  await using other = await createTestDatabase()
  const queue = [...revisions, ...others].reverse()
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await load(other, [next])
  }
  await Promise.all([worker(), worker(), worker()])
  expect(await exported(other)).toBe(graph)

  await reprocessAll(other)
  expect(await exported(other)).toBe(graph)
  const older = await other.prisma.article.findFirstOrThrow({
    where: { superseded: true },
    include: { document: true },
  })
  await reprocessDocument(other, older.document.sha256)
  expect(await exported(other)).toBe(graph)
})

test('when it was crawled says which version is newest, as its archive has it, and is kept for a later release', async () => {
  await using database = await createTestDatabase()
  const version = (title: string): RawDocument => record({ url: `https://${address}`, title, content: announces })
  await load(database, [
    { ...version('النسخة الثانية من الخبر'), retrievedAt: '2025-01-03T12:00:00Z' },
    { ...version('النسخة الأولى من الخبر'), retrievedAt: '2025-01-03T11:00:00Z' },
  ])
  const expected = [
    ['النسخة الثانية من الخبر', false],
    ['النسخة الأولى من الخبر', true],
  ]
  expect(await headlines(database)).toEqual(expected)
  await reprocessAll(database)
  expect(await headlines(database)).toEqual(expected)
})

test('a text goes before the beginning of it that a feed gives, though the feed was asked later', async () => {
  await using database = await createTestDatabase()
  const teaser: RawDocument = {
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>المرفأ</title><item><link>https://${address}</link>
    <title>ترامب يعلن الانسحاب</title><pubDate>Fri, 03 Jan 2025 10:00:00 +0200</pubDate>
    <description>أعلن الرئيس الأميركي دونالد ترامب يوم الجمعة […]</description></item></channel></rss>`),
    filename: 'feed.xml',
    mediaType: null,
    url: null,
    retrievedAt: '2025-01-05T12:00:00Z',
  }
  const page = record({
    url: `https://${address}`,
    title: 'ترامب يعلن الانسحاب من سوريا',
    content: announces,
    updated: '2025-01-03T09:00:00Z',
  })
  await load(database, [page, teaser])
  expect(await headlines(database)).toEqual([
    ['ترامب يعلن الانسحاب من سوريا', false],
    ['ترامب يعلن الانسحاب', true],
  ])
})

const wire =
  `أعلنت روسيا يوم الجمعة أنها ستحتفظ بقواعدها العسكرية في سوريا. وقال المتحدث باسم الكرملين دميتري بيسكوف إن المفاوضات
 مع دمشق مستمرة منذ أسابيع، وإن البلدين يرغبان في اتفاق يحفظ مصالحهما معا. وأضاف أن القاعدة البحرية في طرطوس والقاعدة الجوية في
 حميميم تعملان كالمعتاد، وأن الجنود الروس باقون فيهما إلى أن تنتهي المفاوضات التي لم يذكر لها موعدا.`.replaceAll(
    '\n',
    '',
  )
const story = 'رويترز: روسيا ستحتفظ بقواعدها في سوريا .. هل تسلّم الأسد إلى دمشق؟'

test('copies of a wire are one story and one voice, whatever their spaces; shared words alone make none', async () => {
  await using database = await createTestDatabase()
  const copies = [
    record({ source: 'منارة الخليج', url: 'https://a.example/news/7100001', title: story, content: wire }),
    record({
      source: 'وادي نيوز',
      url: 'https://b.example/news/7200002',
      title: story.replace(' .. ', '..'),
      content: `${wire} `,
    }),
    record({
      source: 'الشاطئ',
      url: 'https://c.example/news/7300003',
      title: 'روسيا تسعى للاحتفاظ بقاعدتيها في سوريا',
      content: wire.replace('منذ أسابيع', 'منذ شهر'),
    }),
  ]
  const apart = record({
    source: 'صحيفة المرفأ',
    url: 'https://d.example/news/7400004',
    title: 'السيسي ينقل رسالة إلى رئيس إريتريا',
    content: 'نقل الرئيس المصري عبد الفتاح السيسي رسالة إلى رئيس إريتريا.',
  })
  await load(database, [...copies, apart])
  const stories = await database.prisma.story.findMany({ include: { articles: { orderBy: { url: 'asc' } } } })
  expect(stories.map(({ articles }) => articles.map(({ url }) => url))).toEqual([
    ['https://a.example/news/7100001', 'https://b.example/news/7200002', 'https://c.example/news/7300003'],
  ])
  const event = await database.prisma.event.findFirstOrThrow({ orderBy: { articleCount: 'desc' } })
  expect(event).toMatchObject({ articleCount: 3, sourceCount: 3, independentCount: 1 })

  // One outlet puts the wire into its own words: another voice, and its first version counts no more.
  const own =
    'قالت موسكو إنها تنوي البقاء. أعلنت روسيا يوم الجمعة أنها ستحتفظ بقواعدها العسكرية في سوريا. ولم تعلق دمشق على الخبر إلى الآن، بينما تظاهر العشرات في طرطوس مطالبين برحيل الجنود، ونشر ناشطون صورا من الميناء تظهر سفينتين راسيتين فيه منذ الصباح الباكر.'
  await load(database, [
    record({
      source: 'وادي نيوز',
      url: 'http://www.b.example/news/7200002-روسيا-باقية',
      title: 'روسيا باقية',
      content: own,
      updated: '2025-02-04T00:00:00Z',
    }),
  ])
  const after = await database.prisma.event.findUniqueOrThrow({ where: { id: event.id } })
  expect(after).toMatchObject({ articleCount: 3, sourceCount: 3, independentCount: 2 })
  const [told] = await database.prisma.story.findMany({ include: { articles: true } })
  expect(told?.articles.every(({ superseded }) => !superseded)).toBe(true)
  expect(told?.articleCount).toBe(told?.articles.length)
})

test('a guid names versions of its own outlet, and none of another that takes the same wire', async () => {
  await using database = await createTestDatabase()
  const guid = 'tag:agency.example,2025:wire-77'
  await load(database, [
    feed('منارة الخليج', guid, 'روسيا باقية في سوريا', wire),
    feed('وادي نيوز', guid, 'روسيا باقية في سوريا', wire),
    feed('وادي نيوز', guid, 'روسيا باقية في سوريا كما تقول', wire),
  ])
  const articles = await database.prisma.article.findMany({ include: { source: true } })
  const current = articles.filter(({ superseded }) => !superseded).map(({ source }) => source?.name)
  expect(current.sort()).toEqual(['منارة الخليج', 'وادي نيوز'])
  expect(articles).toHaveLength(3)
})
