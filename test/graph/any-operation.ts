import fc from 'fast-check'
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { schema } from '../../src/graph/schema.ts'

/** An operation, valid by construction, and its variables. */
export type Operation = { readonly source: string; readonly variables: Readonly<Record<string, unknown>> }

/** What the plain reading does not know. */
const leftOut = new Set(['coMentioned', 'entities'])
const roots = ['articles', 'persons', 'countries', 'organizations', 'places', 'events', 'quotes', 'stories', 'sources']
const variables = { yes: true, no: false, three: 3, arabic: 'ar' } as const
const variableTypes = '$yes: Boolean!, $no: Boolean!, $three: Int, $arabic: String'

/** One fragment on each type, which any selection of the type may spread. */
const fragments: Readonly<Record<string, string>> = {
  Article: 'fragment ArticleParts on Article { headline source { name } shared: persons { name(language: $arabic) } }',
  Entity:
    'fragment EntityParts on Entity { kind shared: aliases { text } ... on Country { code } ... on Place { latitude } }',
  Event: 'fragment EventParts on Event { type shared: participants { role entity { ...EntityParts } } }',
}
const fragmentNames: Readonly<Record<string, string>> = {
  Article: 'ArticleParts',
  Entity: 'EntityParts',
  Event: 'EventParts',
}

/** Random operations over the schema: aliases, fragments, directives, variables, pages from places in their lists. */
export function anyOperation(cursors: readonly string[]): fc.Arbitrary<Operation> {
  const pages = pagesOf(cursors)
  const root = fc.constantFrom(...roots).chain((name) => {
    const field = schema.getQueryType()?.getFields()[name]
    return field === undefined ? fc.constant('') : fieldText(field, 6, pages)
  })
  return fc.array(root, { minLength: 1, maxLength: 2 }).map((selections) => {
    const body = selections.map((text, i) => `root${i}: ${text.replace(/^\w+: /, '')}`).join('\n')
    const used = fragmentsOf(body)
    const source = `query(${variableTypes}) { ${body} uses: __typename @include(if: $yes) @skip(if: $no)
      all: articles(first: $three) { nodes { persons { name(language: $arabic) } } } }\n${used.join('\n')}`
    return { source, variables }
  })
}

type Pages = fc.Arbitrary<string>

function pagesOf(cursors: readonly string[]): Pages {
  const bound = fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...cursors) },
  )
  return fc
    .record({ size: fc.integer({ min: 1, max: 9 }), last: fc.boolean(), after: bound, before: bound })
    .map(({ size, last, after, before }) => {
      const parts = [`${last ? 'last' : 'first'}: ${size}`]
      if (after !== undefined) parts.push(`after: "${after}"`)
      if (before !== undefined) parts.push(`before: "${before}"`)
      return parts.join(' ')
    })
}

function fieldText(field: GraphQLField<unknown, unknown>, depth: number, pages: Pages): fc.Arbitrary<string> {
  const type = getNamedType(field.type)
  const below = isLeafType(type) ? fc.constant('') : selectionOf(type, depth - 1, pages)
  const parts = fc.record({ below, args: argumentsOf(field, pages), directive: directives })
  return parts.map(({ below: selection, args, directive }) => {
    // The same words have the same alias, and others another: so that what can be merged merges and nothing conflicts.
    const text = `${field.name}${args}`
    return `${aliasOf(field, args)}${text}${directive} ${selection}`
  })
}

/** By name and arguments; the type stands in it, as two types may give one field's name different types. */
function aliasOf(field: GraphQLField<unknown, unknown>, args: string): string {
  let hash = 0
  for (const letter of `${field.name}${args}${String(field.type)}`) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return `${field.name}_${hash.toString(36)}: `
}

const directives = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' @include(if: $yes)', ' @skip(if: $yes)', ' @include(if: $no)', ' @skip(if: $no)'),
  },
)

function argumentsOf(field: GraphQLField<unknown, unknown>, pages: Pages): fc.Arbitrary<string> {
  const names = field.args.map(({ name }) => name)
  const given: fc.Arbitrary<string>[] = []
  const newestFirst = !['persons', 'countries', 'organizations', 'places', 'sources'].includes(field.name)
  const isConnection = getNamedType(field.type).name.endsWith('Connection')
  if (isConnection && newestFirst) given.push(pages)
  else if (isConnection) given.push(fc.constantFrom('first: 2', 'last: 3', 'first: $three'))
  if (names.includes('kinds')) given.push(fc.constantFrom('', 'kinds: [PERSON, COUNTRY]', 'kinds: []'))
  if (names.includes('language')) given.push(fc.constantFrom('', 'language: "en"', 'language: $arabic'))
  if (field.name === 'articles' && names.includes('where')) {
    given.push(
      fc.constantFrom(
        '',
        'where: { kinds: [HEADLINE, MAIN] }',
        'where: { countries: ["TR"] from: "2025-01-31" }',
        'where: { to: "2025-02-01", language: "ar" }',
      ),
    )
  }
  return fc.tuple(...given).map((parts) => {
    const text = parts.filter((part) => part !== '').join(' ')
    return text === '' ? '' : `(${text})`
  })
}

function selectionOf(type: GraphQLNamedType, depth: number, pages: Pages): fc.Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
  const usable = fields.filter(
    (field) => !leftOut.has(field.name) && (depth > 0 || isLeafType(getNamedType(field.type))),
  )
  // Thunks, because each arbitrary holds all of those below it, and only a few of them are taken.
  const own: (() => fc.Arbitrary<string>)[] = usable.map((field) => () => fieldText(field, depth, pages))
  const spread = fragmentNames[type.name]
  if (spread !== undefined && depth > 0) own.push(() => fc.constant(`...${spread}`))
  if (isAbstractType(type) && depth > 0)
    own.push(...schema.getPossibleTypes(type).map((member) => () => on(member, '')))
  const entity = schema.getType('Entity')
  if (isObjectType(type) && depth > 0 && isInterfaceType(entity) && type.getInterfaces().includes(entity)) {
    own.push(() => on(entity, ' @include(if: $yes)'))
  }
  if (own.length === 0) own.push(() => fc.constant('__typename'))
  return fc
    .array(
      fc.constantFrom(...own).chain((make) => make()),
      { minLength: 2, maxLength: 5 },
    )
    .map((parts) => `{ __typename ${parts.join(' ')} }`)

  function on(part: GraphQLNamedType, directive: string): fc.Arbitrary<string> {
    return selectionOf(part, depth - 1, pages).map((selection) => `... on ${part.name}${directive} ${selection}`)
  }
}

/** The fragments that a text spreads, and those that they spread. */
function fragmentsOf(text: string): string[] {
  const found = new Set<string>()
  let texts = [text]
  while (texts.length > 0) {
    const names = Object.keys(fragments).filter((name) =>
      texts.some((any) => any.includes(`...${fragmentNames[name]}`)),
    )
    const fresh = names.flatMap((name) => fragments[name] ?? []).filter((fragment) => !found.has(fragment))
    for (const fragment of fresh) found.add(fragment)
    texts = fresh
  }
  return [...found]
}
