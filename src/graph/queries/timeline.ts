import { instant } from '../../store/read/json.ts'
import { column, many, sql, value } from '../../store/read/reading.ts'
import { type TimelineArgs, timelineRows } from '../../store/read/timeline.ts'
import { type Answer, builder } from '../builder.ts'
import { TimelineInterval, TimelineMetric } from '../enums.ts'
import { TimelineFilter } from '../filters.ts'
import { ask, read } from '../read.ts'

const TimelinePoint = builder.objectRef<Answer>('TimelinePoint')

builder.objectType(TimelinePoint, {
  description: 'One bucket of a timeline. Nothing of it is ever null.',
  fields: (t) => ({
    time: t.field({
      type: 'DateTime',
      description: 'When the bucket begins, in UTC.',
      ...read(value((point) => instant(sql`${point}.time`))),
    }),
    value: t.int({ description: 'How many; 0 where there are none.', ...read(column('value')) }),
    label: t.string({
      description: 'The bucket by ISO 8601: 2025-01-31, 2025-W05, 2025-01 or 2025.',
      ...read(column('label')),
    }),
  }),
})

builder.queryField('timeline', (t) =>
  t.field({
    type: [TimelinePoint],
    description:
      'How many a day, week, month or year: flat and zero-filled, for charts. Undated things are in no bucket. Buckets are whole and begin in UTC: the first is the one that `from` lies in. At most 2000.',
    args: {
      metric: t.arg({ type: TimelineMetric, required: true, description: 'What is counted.' }),
      interval: t.arg({ type: TimelineInterval, required: true, description: 'How long a bucket is.' }),
      from: t.arg({ type: 'DateTime', required: true, description: 'An instant in the first bucket.' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'The instant after the last bucket’s last.' }),
      where: t.arg({ type: TimelineFilter, description: 'Which of them; all but bare headlines when left out.' }),
    },
    ...ask(many((point, _, args: TimelineArgs) => timelineRows(point, args))),
  }),
)
