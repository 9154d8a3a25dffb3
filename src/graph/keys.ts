import { builder } from './builder.ts'

export const EntityKey = builder.inputType('EntityKey', {
  description: 'Names one entity by exactly one of its keys.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    name: t.string({ description: 'A whole name of it in any language, whatever its alef, hamza, marks or case.' }),
    wikidataId: t.string({ description: 'Its item in Wikidata, e.g. "Q159".' }),
  }),
})

export const DocumentKey = builder.inputType('DocumentKey', {
  description: 'Names one document by exactly one of its keys.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    sha256: t.string({ description: 'SHA-256 of its bytes, 64 hex digits.' }),
  }),
})
