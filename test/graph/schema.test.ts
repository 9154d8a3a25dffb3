import { readFileSync } from 'node:fs'
import {
  type DefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))
const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])

test('schema.graphql is the schema: write it anew with `npm run -s schema > schema.graphql`', () => {
  const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
})

test('every element says what it is', () => {
  const silent = types.filter((type) => !builtIn.has(type.name)).flatMap((type) => elementsOf(type))
  expect(silent.filter(({ description }) => !/\S.*[.:]$/s.test(description ?? '')).map(({ name }) => name)).toEqual([])
})

test('every nullable field of an answer says when it is null', () => {
  const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? fieldsOf(type) : []))
  const nullable = fields.filter(({ field }) => !isNonNullType(field.type))
  expect(nullable.filter(({ field }) => !/\bnull\b/.test(field.description ?? '')).map(({ name }) => name)).toEqual([])
})

test('what is promised is there, under its name, with its type', () => {
  const contract = parse(readFileSync(new URL('./contract.graphql', import.meta.url), 'utf8'))
  expect(contract.definitions.flatMap(breachesOf)).toEqual([])
})

test('every field of a stored type says where its value lies', () => {
  const computed = new Set(['CorrectionPayload', 'IngestDocumentPayload', 'Mutation', 'Subscription'])
  const stored = types.filter(isObjectType).filter((type) => {
    return !computed.has(type.name) && !type.getInterfaces().some(({ name }) => name === 'UserError')
  })
  const missing = stored.flatMap(fieldsOf).filter(({ field }) => field.extensions['sql'] === undefined)
  expect(missing.map(({ name }) => name)).toEqual(['Query.path'])
})

test('connections have one shape, and every list of a list is one of them or bounded', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'))
  for (const connection of connections) {
    expect(Object.keys(connection.getFields())).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount'])
  }
  const paged = types.flatMap((type) => (isObjectType(type) ? fieldsOf(type) : []))
  for (const { field } of paged.filter(({ field: { type } }) => getNamedType(type).name.endsWith('Connection'))) {
    expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']))
  }
})

function fieldsOf(type: Extract<GraphQLNamedType, { getFields(): object }> & { name: string }) {
  const fields = Object.values(type.getFields()) as GraphQLField<unknown, unknown>[]
  return fields.map((field) => ({ name: `${type.name}.${field.name}`, field }))
}

function elementsOf(type: GraphQLNamedType): { name: string; description: string | null | undefined }[] {
  const own = { name: type.name, description: type.description }
  if (isEnumType(type)) {
    return [own, ...type.getValues().map(({ name, description }) => ({ name: `${type.name}.${name}`, description }))]
  }
  if (isScalarType(type) || isUnionType(type)) return [own]
  const parts = fieldsOf(type).flatMap(({ name, field }) => {
    const args = (field.args ?? []).map((arg) => ({ name: `${name}(${arg.name})`, description: arg.description }))
    return [{ name, description: field.description }, ...args]
  })
  return [own, ...parts]
}

/** What a definition promises and the schema does not hold. */
function breachesOf(definition: DefinitionNode): string[] {
  if (!('name' in definition) || definition.name === undefined) return []
  const name = definition.name.value
  const type = schema.getType(name)
  if (type?.astNode !== undefined && type.astNode !== null) return [`${name} comes from elsewhere`]
  switch (definition.kind) {
    case 'ScalarTypeDefinition':
      return isScalarType(type) ? [] : [`scalar ${name}`]
    case 'EnumTypeDefinition': {
      const values = isEnumType(type) ? type.getValues().map((value) => value.name) : []
      const promised = definition.values?.map((value) => value.name.value) ?? []
      return values.sort().join() === promised.sort().join() ? [] : [`enum ${name}: ${values.join()}`]
    }
    case 'UnionTypeDefinition': {
      const members = isUnionType(type) ? type.getTypes().map((member) => member.name) : []
      const promised = definition.types?.map((member) => member.name.value) ?? []
      return members.sort().join() === promised.sort().join() ? [] : [`union ${name}: ${members.join()}`]
    }
    case 'InputObjectTypeDefinition': {
      if (!isInputObjectType(type)) return [`input ${name}`]
      const oneOf = definition.directives?.some((directive) => directive.name.value === 'oneOf') ?? false
      const wrong = (definition.fields ?? []).filter((field) => {
        return String(type.getFields()[field.name.value]?.type) !== print(field.type)
      })
      return [
        ...(type.isOneOf === oneOf ? [] : [`oneOf ${name}`]),
        ...wrong.map((field) => `${name}.${field.name.value}`),
      ]
    }
    case 'InterfaceTypeDefinition':
    case 'ObjectTypeDefinition': {
      if (!isObjectType(type) && !isInterfaceType(type)) return [`type ${name}`]
      const interfaces = type.getInterfaces().map((parent) => parent.name)
      const lost = (definition.interfaces ?? []).filter((parent) => !interfaces.includes(parent.name.value))
      const wrong = (definition.fields ?? []).filter((promised) => {
        const field = type.getFields()[promised.name.value]
        if (field === undefined || String(field.type) !== print(promised.type)) return true
        const taken = new Map(field.args.map((arg) => [arg.name, arg]))
        const asked = new Map((promised.arguments ?? []).map((arg) => [arg.name.value, print(arg.type)]))
        return (
          [...asked].some(([arg, argType]) => String(taken.get(arg)?.type) !== argType) ||
          field.args.some((arg) => !asked.has(arg.name) && isNonNullType(arg.type))
        )
      })
      return [
        ...lost.map((parent) => `${name} is no ${parent.name.value}`),
        ...wrong.map((field) => `${name}.${field.name.value}`),
      ]
    }
    default:
      return [`${name}: what is a ${definition.kind}?`]
  }
}
