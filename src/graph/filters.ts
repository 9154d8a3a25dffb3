import { builder } from './builder.ts'
import { ArticleKind, EventStatus, EventType } from './enums.ts'

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description: 'Which articles. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    source: t.id({ description: 'Published by this source.' }),
    language: t.string({ description: 'In this language, BCP 47; "ar" holds of every regional Arabic.' }),
    kinds: t.field({
      type: [ArticleKind],
      description: 'Of these kinds; MAIN and EMBEDDED when left out. Bare headlines only come when asked for.',
    }),
    from: t.field({ type: 'Date', description: 'Published on this day or later; undated articles are not.' }),
    to: t.field({ type: 'Date', description: 'Published on this day or earlier; undated articles are not.' }),
    mentionsAll: t.idList({ description: 'Mentioning every one of these entities, at most 100.' }),
    mentionsAny: t.idList({ description: 'Mentioning at least one of these entities, at most 100.' }),
    countries: t.stringList({
      description: 'Mentioning at least one of these countries, by ISO 3166-1 alpha-2 or alpha-3 code, at most 100.',
    }),
    text: t.string({
      description:
        'With all of these words in headline or text, whatever their alef, hamza, marks or prefixes. Without a word in it, nothing is found. 500 characters count.',
    }),
  }),
})

export const EventFilter = builder.inputType('EventFilter', {
  description: 'Which events. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    types: t.field({ type: [EventType], description: 'Of one of these types.' }),
    statuses: t.field({ type: [EventStatus], description: 'Of one of these statuses.' }),
    from: t.field({
      type: 'Date',
      description: 'Possibly on this day or later; where no words date it, by the day of its first report.',
    }),
    to: t.field({
      type: 'Date',
      description: 'Possibly on this day or earlier; where no words date it, by the day of its first report.',
    }),
    participant: t.id({ description: 'With this entity in any part.' }),
    actor: t.id({ description: 'Done by this entity.' }),
    recipient: t.id({ description: 'Done to or with this entity.' }),
    countries: t.stringList({
      description:
        'In, by or with at least one of these countries, by ISO 3166-1 alpha-2 or alpha-3 code, at most 100.',
    }),
    place: t.id({ description: 'At this place.' }),
  }),
})

export const EntityFilter = builder.inputType('EntityFilter', {
  description: 'Which entities. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    name: t.string({ description: 'With a name that has these words in it, whatever their alef, hamza or marks.' }),
    countries: t.stringList({
      description:
        'Of at least one of these countries, by ISO 3166-1 alpha-2 or alpha-3 code, at most 100: a person by role, an organization or place by where it belongs.',
    }),
    minArticleCount: t.int({ description: 'Mentioned in at least so many articles.' }),
  }),
})

export const QuoteFilter = builder.inputType('QuoteFilter', {
  description: 'Which quotes. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    speaker: t.id({ description: 'By this entity.' }),
    about: t.id({ description: 'In a sentence that mentions this entity.' }),
    source: t.id({ description: 'In an article of this source.' }),
    direct: t.boolean({ description: 'true for words in quotation marks, false for reported speech.' }),
    from: t.field({ type: 'Date', description: 'Published on this day or later; undated articles are not.' }),
    to: t.field({ type: 'Date', description: 'Published on this day or earlier; undated articles are not.' }),
  }),
})

export const StoryFilter = builder.inputType('StoryFilter', {
  description: 'Which stories. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'With its last dated article on this day or later.' }),
    to: t.field({ type: 'Date', description: 'With its first dated article on this day or earlier.' }),
    mentionsAll: t.idList({ description: 'Whose articles mention every one of these entities, at most 100.' }),
    minArticleCount: t.int({ description: 'Told by at least so many articles.' }),
  }),
})

export const TimelineFilter = builder.inputType('TimelineFilter', {
  description:
    'What a timeline counts. Every condition that is given must hold; a field left out or null asks for nothing.',
  fields: (t) => ({
    source: t.id({ description: 'Articles of this source; events that it reports.' }),
    language: t.string({ description: 'Articles in this language, BCP 47; events reported in it.' }),
    mentionsAll: t.idList({
      description: 'Articles that mention every one of these entities; events in which each has a part; at most 100.',
    }),
    countries: t.stringList({
      description:
        'Articles that mention one of these countries; events in, by or with one of them; codes as elsewhere.',
    }),
    text: t.string({ description: 'Articles with all of these words; events reported by such.' }),
    types: t.field({ type: [EventType], description: 'Events of one of these types; articles that report such.' }),
    statuses: t.field({
      type: [EventStatus],
      description: 'Events of one of these statuses; articles that report such.',
    }),
  }),
})
