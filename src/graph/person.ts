import { isHeld } from '../store/read/entity-conditions.ts'
import { byDay } from '../store/read/orders.ts'
import { connection, many, sql } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Entity } from './entity.ts'
import { allOf, keyArgs, listArgs, oneOf } from './entity-roots.ts'
import { Node } from './node.ts'
import { connectionOf, type PagingArgs, pagingArgs } from './paging.ts'
import { QuoteConnection, quoteNode } from './quote.ts'
import { ask, read, rowsWhere } from './read.ts'
import { Role } from './role.ts'

export const Person = builder.objectRef<Answer>('Person')

builder.objectType(Person, {
  description: 'A human being known by a name.',
  interfaces: () => [Node, Entity],
  extensions: rowsWhere((entity) => sql`${entity}.kind = 'PERSON'`),
  fields: (t) => ({
    roles: t.field({
      type: [Role],
      description:
        'What articles say the person is: present roles before former ones, then those with the most evidence; at most 100.',
      ...read(
        many((role, person) => ({
          from: sql`role ${role}`,
          where: sql`${role}.person_id = ${person}.id and ${isHeld(role)}`,
          orderBy: sql`${role}.former, (select count(*) from role_evidence x
            where x.role_id = ${role}.id and not x.superseded) desc, ${role}.title_key, ${role}.id`,
          limit: 100,
        })),
      ),
    }),
    quotes: t.field({
      type: QuoteConnection,
      description: "The person's words as articles give them, newest first.",
      args: pagingArgs,
      ...read(
        connection<PagingArgs>({
          sources: (quote, person) => [
            { from: sql`quote ${quote}`, where: sql`${quote}.speaker_id = ${person}.id and not ${quote}.superseded` },
          ],
          order: () => byDay(),
          node: quoteNode,
        }),
      ),
    }),
  }),
})

export const PersonConnection = connectionOf('Person', Person, 'persons')

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    description: 'A person; null when there is none. Of several with a name, the most mentioned.',
    args: keyArgs,
    ...ask(oneOf('PERSON', 'Person')),
  }),
  persons: t.field({ type: PersonConnection, description: 'Persons.', args: listArgs, ...ask(allOf('PERSON')) }),
}))
