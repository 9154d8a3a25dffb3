import { sql } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { Entity } from './entity.ts'
import { allOf, keyArgs, listArgs, oneOf } from './entity-roots.ts'
import { Node } from './node.ts'
import { connectionOf } from './paging.ts'
import { ask, rowsWhere } from './read.ts'
import { byIdOf } from './relations.ts'

export const Organization = builder.objectRef<Answer>('Organization')

builder.objectType(Organization, {
  description: 'A named body: ministry, agency, party, armed group, company, outlet.',
  interfaces: () => [Node, Entity],
  extensions: rowsWhere((entity) => sql`${entity}.kind = 'ORGANIZATION'`),
  fields: (t) => ({
    country: t.field({
      type: Country,
      nullable: true,
      description: 'The country it belongs to; null when it is of none or not known.',
      ...byIdOf('entity', (entity) => sql`(select x.country_id from organization x where x.id = ${entity}.id)`),
    }),
  }),
})

export const OrganizationConnection = connectionOf('Organization', Organization, 'organizations')

builder.queryFields((t) => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    description: 'An organization; null when there is none. Of several with a name, the most mentioned.',
    args: keyArgs,
    ...ask(oneOf('ORGANIZATION', 'Organization')),
  }),
  organizations: t.field({
    type: OrganizationConnection,
    description: 'Organizations.',
    args: listArgs,
    ...ask(allOf('ORGANIZATION')),
  }),
}))
