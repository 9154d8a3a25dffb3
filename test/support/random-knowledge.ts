import fc from 'fast-check'
import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import { build, day } from './knowledge-draft.ts'

const people = ['PERSON layla', 'PERSON kenan', 'COUNTRY JO', 'COUNTRY TR'] as const
const words = {
  'PERSON layla': 'ليلى الأدهم',
  'PERSON kenan': 'كنان دورماز',
  'COUNTRY JO': 'الأردن',
  'COUNTRY TR': 'تركيا',
}
const acts = { CONSULT: 'لقاء', ACCUSE: 'اتهام', AID: 'دعم' } as const
const days = [null, '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-20'] as const
const sources = [
  null,
  { key: 'almarfa', name: 'صحيفة المرفأ', domain: 'almarfa.example', countryCode: 'JO' },
  { key: 'harbourtimes', name: 'The Harbour Times', domain: 'harbourtimes.example', countryCode: null },
] as const

const telling = fc.record({
  who: fc.constantFrom(...people),
  whom: fc.constantFrom(...people),
  act: fc.constantFrom<keyof typeof acts>('CONSULT', 'ACCUSE', 'AID'),
  on: fc.constantFrom(...days),
  status: fc.constantFrom('REPORTED' as const, 'DENIED' as const),
})

const article = fc.record({
  kind: fc.constantFrom('MAIN' as const, 'EMBEDDED' as const),
  publishedOn: fc.constantFrom(...days),
  tellings: fc.array(telling, { minLength: 1, maxLength: 3 }),
  version: fc.constantFrom(null, null, 'url:almarfa.example/1', 'url:almarfa.example/2'),
  updatedAt: fc.constantFrom(null, '2025-02-01T08:00:00Z', '2025-02-01T09:00:00Z'),
  headline: fc.constantFrom('أخبار اليوم من الميناء القديم', 'حوار على ضفة النهر', 'ما جرى أمس بين الجانبين'),
})

/**
 * Documents that tell of the same few people and days, so that events, stories and counts depend on many of them; some are
 * versions of one article.
 */
export const anyDocuments: fc.Arbitrary<DocumentKnowledge[]> = fc
  .array(
    fc.record({ source: fc.constantFrom(...sources), articles: fc.array(article, { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 2,
      maxLength: 7,
    },
  )
  .map((drafts) =>
    drafts.map((draft, at) => build({ source: draft.source, articles: draft.articles.map((one) => draftOf(one, at)) })),
  )
  .map((documents) => [...new Map(documents.map((document) => [document.document.id, document])).values()])

type Article = typeof article extends fc.Arbitrary<infer T> ? T : never

function draftOf({ kind, publishedOn, tellings, headline, version, updatedAt }: Article, at: number) {
  const sentences = tellings.map(({ who, whom, act, on }, order) => {
    return `خبر ${order}: ${acts[act]} بين ${words[who]} وبين ${words[whom]} ${on ?? ''}.`
  })
  return {
    kind,
    language: 'ar',
    publishedOn,
    ...(version === null ? {} : { versionKey: version }),
    ...(updatedAt === null ? {} : { updatedAt }),
    headline: at % 3 === 0 ? headline : `${headline} ${at}`,
    sentences,
    mentions: tellings.flatMap(({ who, whom }, order) =>
      [...new Set([who, whom])].map((one) => [order + 1, words[one], one] as const),
    ),
    reports: tellings.map(({ who, whom, act, on, status }, order) => ({
      sentence: order + 1,
      type: act,
      status,
      trigger: acts[act],
      participants: who === whom ? [`ACTOR ${who}`] : [`ACTOR ${who}`, `RECIPIENT ${whom}`],
      ...(on === null ? {} : { date: day(on, on, 'STATED' as const) }),
    })),
  }
}
