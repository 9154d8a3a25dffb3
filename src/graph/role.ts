import { column, many, sql } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { Evidence } from './evidence.ts'
import { Organization } from './organization.ts'
import { read } from './read.ts'
import { byId } from './relations.ts'

export const Role = builder.objectRef<Answer>('Role')

builder.objectType(Role, {
  description: 'What a person is said to be: an office or title, of what country or body.',
  fields: (t) => ({
    title: t.string({ description: 'The title as written, e.g. "وزير الخارجية".', ...read(column('title')) }),
    country: t.field({
      type: Country,
      nullable: true,
      description: 'Of what country; null when no article says.',
      ...byId('entity', 'country_id'),
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'Of what body; null when no article says.',
      ...byId('entity', 'organization_id'),
    }),
    former: t.boolean({ description: 'Whether it is said to be over.', ...read(column('former')) }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that say so, in the newest articles first; never empty, at most 100.',
      ...read(
        many((words, role) => ({
          from: sql`role_evidence ${words} join article a on a.id = ${words}.article_id`,
          where: sql`${words}.role_id = ${role}.id and not ${words}.superseded`,
          orderBy: sql`a.sort_on desc, a.id desc, ${words}.field, ${words}.start, ${words}.end`,
          limit: 100,
        })),
      ),
    }),
  }),
})
