// Writes the schema as gql.tada's types. Its own command needs a compiler with a JavaScript API, which TypeScript 7 has
// not yet; the function underneath does not.
import { readFileSync, writeFileSync } from 'node:fs'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const introspection = minifyIntrospection(introspectionFromSchema(schema))
const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true })
writeFileSync(new URL('./src/graphql-env.d.ts', import.meta.url), types)
