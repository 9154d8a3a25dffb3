import { sql, value } from '../store/read/reading.ts'
import { type Answer, builder } from './builder.ts'
import { Country } from './country.ts'
import { Entity } from './entity.ts'
import { allOf, keyArgs, listArgs, oneOf } from './entity-roots.ts'
import { Node } from './node.ts'
import { connectionOf } from './paging.ts'
import { ask, read, rowsWhere } from './read.ts'
import { byIdOf } from './relations.ts'

export const Place = builder.objectRef<Answer>('Place')

builder.objectType(Place, {
  description: 'A named location that is not a country.',
  interfaces: () => [Node, Entity],
  extensions: rowsWhere((entity) => sql`${entity}.kind = 'PLACE'`),
  fields: (t) => ({
    country: t.field({
      type: Country,
      nullable: true,
      description: 'The country it lies in; null when it lies in none or in several, or is not known.',
      ...byIdOf('entity', (entity) => sql`(select x.country_id from place x where x.id = ${entity}.id)`),
    }),
    latitude: t.float({
      nullable: true,
      description: 'Degrees north, WGS 84; null when not known.',
      ...read(value((entity) => sql`(select x.latitude from place x where x.id = ${entity}.id)`)),
    }),
    longitude: t.float({
      nullable: true,
      description: 'Degrees east, WGS 84; null when not known.',
      ...read(value((entity) => sql`(select x.longitude from place x where x.id = ${entity}.id)`)),
    }),
  }),
})

export const PlaceConnection = connectionOf('Place', Place, 'places')

builder.queryFields((t) => ({
  place: t.field({
    type: Place,
    nullable: true,
    description: 'A place; null when there is none. Of several with a name, the most mentioned.',
    args: keyArgs,
    ...ask(oneOf('PLACE', 'Place')),
  }),
  places: t.field({ type: PlaceConnection, description: 'Places.', args: listArgs, ...ask(allOf('PLACE')) }),
}))
