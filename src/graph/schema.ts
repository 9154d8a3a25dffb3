import { builder } from './builder.ts'
import './scalars.ts'
import './article.ts'
import './country.ts'
import './document.ts'
import './event.ts'
import './organization.ts'
import './person.ts'
import './place.ts'
import './quote.ts'
import './source.ts'
import './story.ts'
import './queries/nodes.ts'
import './queries/path.ts'
import './queries/search.ts'
import './queries/timeline.ts'
import './mutations/ingest-document.ts'
import './mutations/merge-entities.ts'
import './mutations/reject-mention.ts'
import './mutations/rename-entity.ts'
import './mutations/split-entity.ts'
import './mutations/undo-correction.ts'
import './subscriptions/article-ingested.ts'
import './subscriptions/event-reported.ts'

builder.queryType({ description: 'What can be asked.' })
builder.mutationType({
  description: 'What can be changed. Foreseeable failures come as data, in `errors` of every payload.',
})
builder.subscriptionType({ description: 'What can be listened to, from now on.' })

/** The whole schema. */
export const schema = builder.toSchema()
