/**
 * What a document should become, as somebody wrote it down beside the page. Several writers are understood: our own
 * cases (`expected.json`), annotated documents (`*.gold.json`) and the test pages of other extractors (fundus, newspaper4k,
 * Readability). What a writer does not tell is not measured.
 */
import { z } from 'zod'

/** One article that a document holds; absent fields are not told. */
export type ExpectedArticle = {
  readonly headline?: string
  /** Null where the document has no date; an instant where the writer gives one with its offset. */
  readonly published?: { readonly day: string; readonly instant: string | null } | null
  readonly paragraphs?: readonly string[]
  /** Words that may stand in the text or be left out of it: a standfirst. */
  readonly optional?: readonly string[]
  readonly authors?: readonly string[]
  /** As the document names it; null where it names none. */
  readonly outlet?: string | null
}

/** What one document should become. `related` are the bare headlines of other stories on the page. */
export type Expectation = {
  readonly articles: readonly ExpectedArticle[]
  readonly related?: readonly string[]
}

const own = z.object({
  page: z.object({
    articles: z.array(
      z.object({
        kind: z.string(),
        headline: z.string().default(''),
        text: z.string().default(''),
        publishedOn: z.string().nullable().default(null),
        publishedAt: z.string().nullable().default(null),
        authors: z.array(z.string()).default([]),
        source: z.object({ name: z.string() }).nullable().default(null),
      }),
    ),
  }),
})
const gold = z.object({
  articles: z.array(
    z.object({
      kind: z.string(),
      headline: z.string(),
      publishedOn: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
})
const fundus = z.record(
  z.string().startsWith('V'),
  z.object({
    title: z.string(),
    publishing_date: z.string().optional(),
    authors: z.array(z.string()).optional(),
    body: z.object({
      summary: z.array(z.string()),
      sections: z.array(z.object({ headline: z.array(z.string()), paragraphs: z.array(z.string()) })),
    }),
  }),
)
const newspaper = z.object({ title: z.string(), text: z.string(), authors: z.array(z.string()) })
const readability = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  publishedTime: z.string().nullable(),
})

/**
 * Reads an expectation, which may leave open which of several it is: fundus writes one for each layout that its outlet
 * had. Null when the value is none of the known kinds.
 */
export function readExpectations(value: unknown): readonly Expectation[] | null {
  return fromOwn(value) ?? fromGold(value) ?? fromFundus(value) ?? fromNewspaper(value) ?? fromReadability(value)
}

function fromOwn(value: unknown): Expectation[] | null {
  const { data } = own.safeParse(value)
  if (data === undefined) return null
  const articles = data.page.articles.filter(({ kind }) => kind !== 'HEADLINE')
  return [
    {
      articles: articles.map(({ headline, text, publishedOn, publishedAt, authors, source }) => ({
        headline,
        published: publishedOn === null ? null : { day: publishedOn, instant: publishedAt },
        paragraphs: paragraphsOf(text),
        authors,
        outlet: source?.name ?? null,
      })),
      related: data.page.articles.filter(({ kind }) => kind === 'HEADLINE').map(({ headline }) => headline),
    },
  ]
}

function fromGold(value: unknown): Expectation[] | null {
  const { data } = gold.safeParse(value)
  if (data === undefined) return null
  return [
    {
      articles: data.articles
        .filter(({ kind }) => kind !== 'HEADLINE')
        .map(({ headline, publishedOn, source }) => ({
          headline,
          published: publishedOn === null ? null : { day: publishedOn, instant: null },
          outlet: source,
        })),
      related: data.articles.filter(({ kind }) => kind === 'HEADLINE').map(({ headline }) => headline),
    },
  ]
}

function fromFundus(value: unknown): Expectation[] | null {
  const { data } = fundus.safeParse(value)
  const layouts = Object.values(data ?? {})
  if (layouts.length === 0) return null
  return layouts.map(({ title, publishing_date: date, authors, body }) => ({
    articles: [
      {
        headline: title,
        ...(date === undefined ? {} : { published: stampOf(date) }),
        paragraphs: body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
        optional: body.summary,
        ...(authors === undefined ? {} : { authors }),
      },
    ],
  }))
}

function fromNewspaper(value: unknown): Expectation[] | null {
  const { data } = newspaper.safeParse(value)
  if (data === undefined) return null
  return [{ articles: [{ headline: data.title, paragraphs: paragraphsOf(data.text) }] }]
}

function fromReadability(value: unknown): Expectation[] | null {
  const { data } = readability.safeParse(value)
  if (data === undefined) return null
  const { title, byline, publishedTime } = data
  return [
    {
      articles: [
        {
          headline: title,
          ...(byline === null ? {} : { authors: [byline] }),
          ...(publishedTime === null ? {} : { published: stampOf(publishedTime) }),
        },
      ],
    },
  ]
}

/** "2023-04-28 17:40:08+00:00"; without an offset the day alone is told. */
function stampOf(date: string): { day: string; instant: string | null } {
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(date)
  return {
    day: date.slice(0, 10),
    instant: hasOffset ? new Date(date.replace(' ', 'T')).toISOString() : null,
  }
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/u).filter((line) => line.trim() !== '')
}
