import { byName } from '../../store/read/orders.ts'
import { connection, sql } from '../../store/read/reading.ts'
import { builder } from '../builder.ts'
import { type PagingArgs, pagingArgs } from '../paging.ts'
import { ask } from '../read.ts'
import { SourceConnection } from '../source.ts'

builder.queryField('sources', (t) =>
  t.field({
    type: SourceConnection,
    description: 'The outlets that published what has been read, by name.',
    args: pagingArgs,
    ...ask(
      connection<PagingArgs>({
        sources: (source) => [{ from: sql`source ${source}` }],
        order: () => byName,
        node: (source, edge) => ({ from: sql`source ${source}`, where: sql`${source}.id = ${edge}.id` }),
      }),
    ),
  }),
)
