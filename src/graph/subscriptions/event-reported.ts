import { eventConditions } from '../../store/read/event-conditions.ts'
import { one, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { EventReport } from '../event-report.ts'
import { EventFilter } from '../filters.ts'
import { entry } from '../read.ts'
import { eachOfDocument } from './live-events.ts'

type Found = { readonly id: string }

builder.subscriptionField('eventReported', (t) =>
  t.field({
    type: EventReport,
    description: 'Each report of an event as its article is taken in, from now on.',
    args: { where: t.arg({ type: EventFilter, description: 'Reports of which events; of all when left out.' }) },
    subscribe: (_root, { where }, context) => {
      const conditions = eventConditions(sql`e`, where) ?? sql`true`
      return eachOfDocument(context, (documentId) =>
        context.prisma.$queryRaw<Found[]>(sql`select r.id::text from event_report r
          join article a on a.id = r.article_id join event e on e.id = r.event_id
          where a.document_id = ${documentId}::uuid and ${conditions} order by a.ordinal, r.ordinal`),
      )
    },
    resolve: ({ id }: Found, args, context, info) =>
      entry(
        context,
        info,
        one((report) => ({ from: sql`event_report ${report}`, where: sql`${report}.id = ${id}::uuid` })),
        args,
      ),
  }),
)
