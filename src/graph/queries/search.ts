import { matchedWords, type SearchedTexts } from '../../store/read/matched-words.ts'
import { connection, one, type Row, sql, type Variant, value, variants } from '../../store/read/reading.ts'
import { byScore, type SearchKind as Kind, searchSources } from '../../store/read/search.ts'
import { typed } from '../../store/read/typed.ts'
import { Article } from '../article.ts'
import { type Answer, builder } from '../builder.ts'
import { Country } from '../country.ts'
import { SearchKind } from '../enums.ts'
import { Organization } from '../organization.ts'
import { connectionOf, type PagingArgs, pagingArgs } from '../paging.ts'
import { Person } from '../person.ts'
import { Place } from '../place.ts'
import { ask, read, typeOf } from '../read.ts'

type SearchArgs = PagingArgs & { readonly text: string; readonly kinds?: readonly Kind[] | null | undefined }

const SearchItem = builder.unionType('SearchItem', {
  description: 'What a search can find.',
  types: [Article, Country, Organization, Person, Place],
  resolveType: typeOf,
})

const SearchHit = builder.objectRef<Answer>('SearchHit')

builder.objectType(SearchHit, {
  description: 'What a search found. Nothing of it is ever null.',
  fields: (t) => ({
    item: t.field({ type: SearchItem, description: 'The article or entity.', ...read(variants(itemOf)) }),
    kind: t.field({ type: SearchKind, description: 'Of what kind it is.', ...read(value((hit) => sql`${hit}.kind`)) }),
    matches: t.stringList({
      description: 'The words of it that matched, each once and as written; for an entity, the names.',
      ...searchedTexts(),
    }),
    score: t.int({
      description: 'How well it matches: higher is better, comparable within one search only.',
      ...read(value((hit) => sql`${hit}.score`)),
    }),
  }),
})

const SearchConnection = connectionOf('Search', SearchHit, 'hits')
const allKinds: readonly Kind[] = ['ARTICLE', 'PERSON', 'COUNTRY', 'ORGANIZATION', 'PLACE']

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Articles with all of these words, and entities with such a name: names first, whole ones above parts; then articles, best first. Alef, hamza, ya, marks, letter case and prefixes make no difference. Nothing typed here is an error; without a word in it, nothing is found.',
    args: {
      ...pagingArgs,
      text: t.arg.string({
        required: true,
        description: 'What to look for, as a person types it; 500 characters count.',
      }),
      kinds: t.arg({ type: [SearchKind], description: 'Only of these kinds; all when left out.' }),
    },
    ...ask(
      connection<SearchArgs>({
        sources: (hit, _, { text, kinds }) => searchSources(hit, text, kinds ?? allKinds),
        order: () => byScore,
        node: (hit, edge, { text }) => ({
          from: sql`(select ${edge}.id, ${edge}.kind, ${edge}.score, ${typed(text)}::text as query) ${hit}`,
        }),
      }),
    ),
  }),
)

function itemOf(hit: Row): readonly Variant[] {
  return [
    {
      type: 'Article',
      when: sql`${hit}.kind = 'ARTICLE'`,
      reading: one((article) => ({ from: sql`article ${article}`, where: sql`${article}.id = ${hit}.id` })),
    },
    {
      type: 'Entity',
      when: sql`${hit}.kind <> 'ARTICLE'`,
      reading: one((entity) => ({ from: sql`entity ${entity}`, where: sql`${entity}.id = ${hit}.id` })),
    },
  ]
}

/** The texts that were searched come from the statement; which words of them match is for the language's own code. */
function searchedTexts() {
  const { extensions, resolve } = read(
    value(
      (hit) => sql`json_build_object('query', ${hit}.query, 'kind', ${hit}.kind, 'texts',
      case ${hit}.kind when 'ARTICLE' then (select json_build_array(x.headline, x.text) from article x where x.id = ${hit}.id)
      else (select json_agg(x.text order by x.preferred desc, x.article_count desc, x.text) from alias x where x.entity_id = ${hit}.id) end)`,
    ),
  )
  return {
    extensions,
    resolve: (...args: Parameters<typeof resolve>): string[] => matchedWords(resolve(...args) as SearchedTexts),
  }
}
