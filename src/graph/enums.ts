import { builder } from './builder.ts'

export const EntityKind = builder.enumType('EntityKind', {
  description: 'What an entity is.',
  values: described({
    PERSON: 'A human being.',
    COUNTRY: 'A country or territory of ISO 3166-1.',
    ORGANIZATION: 'A named body: ministry, agency, party, armed group, company, outlet.',
    PLACE: 'A named location that is not a country.',
  }),
})

export const ArticleKind = builder.enumType('ArticleKind', {
  description: 'What an article is on its page.',
  values: described({
    MAIN: "The page's own article.",
    EMBEDDED: "Another article's text inside the page.",
    HEADLINE: 'A bare headline of a related article.',
  }),
})

export const ArticleField = builder.enumType('ArticleField', {
  description: 'Which of the two strings of an article a span lies in.',
  values: described({
    HEADLINE: 'Its headline.',
    TEXT: 'Its body.',
  }),
})

export const MentionForm = builder.enumType('MentionForm', {
  description: 'How words refer to an entity.',
  values: described({
    NAME: 'By a name: هاكان فيدان.',
    DEMONYM: 'By nationality: التركي.',
    METONYM: 'By what stands for it: موسكو acting as a government.',
    ROLE: 'By an office whose holder the article gives: الوزير.',
  }),
})

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How finely a date is known.',
  values: described({
    DAY: 'To the day.',
    MONTH: 'To the month.',
    YEAR: 'To the year.',
    RANGE: 'Between two days.',
  }),
})

export const DateBasis = builder.enumType('DateBasis', {
  description: 'What a date rests on.',
  values: described({
    STATED: 'The words give it whole.',
    RELATIVE_TO_PUBLICATION: 'Counted from the day of publication.',
    RELATIVE_TO_TEXT: 'Counted from another date in the text.',
    PAGE: 'Printed on the page around the text.',
    URL: "Read from the page's address.",
    METADATA: "Read from the page's machine-readable data.",
  }),
})

export const EventType = builder.enumType('EventType', {
  description:
    'What kind of act an event is: the sixteen categories of PLOVER 2021, and four of ours for what it leaves out.',
  values: described({
    AGREE: 'Agrees or concludes an agreement.',
    CONSULT: 'Meets, visits, calls or negotiates.',
    SUPPORT: 'Voices support, praises, recognises.',
    CONCEDE: 'Yields, eases measures, releases, apologises.',
    COOPERATE: 'Works together, trades, shares.',
    AID: 'Gives money, goods or protection.',
    RETREAT: 'Withdraws, ceases fire, disarms.',
    REQUEST: 'Calls for, demands, appeals, proposes.',
    ACCUSE: 'Blames, criticises, condemns, sues.',
    REJECT: 'Refuses, vetoes, denies a request.',
    THREATEN: 'Warns or threatens.',
    PROTEST: 'Demonstrates, strikes, riots.',
    SANCTION: 'Imposes sanctions, cuts ties, expels.',
    MOBILIZE: 'Deploys, exercises or readies forces.',
    COERCE: 'Arrests, seizes, bans, represses.',
    ASSAULT: 'Attacks, kills, bombs, abducts.',
    STATEMENT: 'Says publicly what is none of the above.',
    APPOINT: 'Elects, appoints, dismisses, resigns.',
    DISASTER: 'A natural or technical disaster, an accident.',
    OTHER: 'An event of no other kind.',
  }),
})

export const EventStatus = builder.enumType('EventStatus', {
  description: 'Whether an event has happened, as told.',
  values: described({
    REPORTED: 'Told as having happened or happening.',
    PLANNED: 'Told as to come.',
    DENIED: 'Told as not having happened.',
    HYPOTHETICAL: 'Told as possible, wished for or conditional.',
  }),
})

export const ParticipantRole = builder.enumType('ParticipantRole', {
  description: 'What part an entity has in an event.',
  values: described({
    ACTOR: 'Who did it.',
    RECIPIENT: 'To whom or with whom.',
    THEME: 'About whom or what.',
  }),
})

export const ArticleOrder = builder.enumType('ArticleOrder', {
  description: 'How articles are ordered; undated ones count as the oldest.',
  values: described({
    NEWEST: 'Latest day first.',
    OLDEST: 'Earliest day first.',
  }),
})

export const EventOrder = builder.enumType('EventOrder', {
  description:
    'How events are ordered: by their first day, or by the day of their first report where no words date them; those without either count as the oldest.',
  values: described({ NEWEST: 'Latest day first.', OLDEST: 'Earliest day first.' }),
})

export const EntityOrder = builder.enumType('EntityOrder', {
  description: 'How entities are ordered.',
  values: described({
    ARTICLE_COUNT: 'By the number of articles that mention them, most first.',
    NAME: 'By name, by code point.',
  }),
})

export const TimelineMetric = builder.enumType('TimelineMetric', {
  description: 'What a timeline counts, and by which day.',
  values: described({
    ARTICLES: 'Articles, by the day of publication.',
    EVENTS: 'Events, by their first day, or by the day of their first report where no words date them.',
    REPORTS: 'Reports of events, by the day of publication.',
    QUOTES: 'Quotes, by the day of publication.',
  }),
})

export const TimelineInterval = builder.enumType('TimelineInterval', {
  description: 'How long a bucket of a timeline is.',
  values: described({
    DAY: 'A day.',
    WEEK: 'A week from Monday.',
    MONTH: 'A calendar month.',
    YEAR: 'A calendar year.',
  }),
})

export const SearchKind = builder.enumType('SearchKind', {
  description: 'What a search finds.',
  values: described({
    ARTICLE: 'Articles, by words of their headline and text.',
    PERSON: 'Persons, by name.',
    COUNTRY: 'Countries, by name.',
    ORGANIZATION: 'Organizations, by name.',
    PLACE: 'Places, by name.',
  }),
})

export const CorrectionKind = builder.enumType('CorrectionKind', {
  description: 'What a correction does.',
  values: described({
    MERGE: 'Entities become one.',
    SPLIT: 'Mentions of an entity become those of a new one.',
    RENAME: 'An entity gets another name to show.',
    REJECT: 'Words are no mention.',
  }),
})

/** Values that are their own names, each with what it stands for. */
function described<const Values extends Readonly<Record<string, string>>>(values: Values) {
  const config = Object.entries(values).map(([name, description]) => [name, { description }])
  return Object.fromEntries(config) as { readonly [Name in keyof Values]: { readonly description: string } }
}
