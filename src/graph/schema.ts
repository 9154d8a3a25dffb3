import { builder } from './builder.ts'
import './scalars.ts'
import './queries/articles.ts'

builder.queryType({ description: 'What can be asked.' })

/** The whole schema. */
export const schema = builder.toSchema()
