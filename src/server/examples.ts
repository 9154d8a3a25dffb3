/** A question saved in the playground as a tab; a test asks each of them of the seeds. */
export type Example = {
  readonly title: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What a newcomer asks first: who met whom, when, which sentence says so, and who reported it. */
export const firstQuery = `# Who met whom in January 2025, which sentence says so, and who reported it?
query WhoMetWhom {
  events(first: 5, where: { types: [CONSULT], from: "2025-01-01", to: "2025-01-31" }) {
    nodes {
      date { edtf expression }
      place { name(language: "en") }
      participants { role entity { name(language: "en") } }
      reports(first: 1) {
        nodes {
          evidence { sentence { text } article { source { name } } }
          attribution { text anonymous }
        }
      }
    }
  }
}
`

/** The questions of the playground's tabs, the first one first. */
export const examples: readonly Example[] = [
  { title: 'Who met whom', query: firstQuery, variables: {} },
  {
    title: 'A country’s events with another, day by day',
    query: `# What did two countries do with each other, day by day?
query BetweenTwoCountries($one: String!, $other: String!) {
  country(code: $one) {
    name(language: "en")
    events(first: 20, where: { countries: [$other] }) {
      nodes {
        date { edtf }
        type
        status
        headline
        reports(first: 1) { nodes { evidence { sentence { text } article { headline } } } }
      }
    }
  }
}
`,
    variables: { one: 'TR', other: 'RU' },
  },
  {
    title: 'A person: roles, quotes, company',
    query: `# Who is this person, what did they say, and with whom are they named?
query APerson($name: String!) {
  person(by: { name: $name }) {
    name
    nameInEnglish: name(language: "en")
    aliases { text language articleCount }
    roles { title former country { code } evidence { text article { headline } } }
    quotes(first: 5) { nodes { text direct attribution { text } evidence { article { headline } } } }
    coMentioned(first: 5) { articleCount entity { kind name } evidence { sentence { text } } }
  }
}
`,
    variables: { name: 'أحمد الشرع' },
  },
  {
    title: 'A page as data',
    query: `# Everything that one page holds: its article, what is embedded in it, and what only stands around it.
query APage($text: String!) {
  search(text: $text, first: 1, kinds: [ARTICLE]) {
    nodes {
      matches
      item {
        ... on Article {
          headline
          publishedOn
          source { name }
          keywords
          document {
            crawledAt
            notes { code message }
            parts { kind start end }
            articles { kind headline publishedOn }
          }
        }
      }
    }
  }
}
`,
    variables: { text: 'مباحثات تركية روسية' },
  },
  {
    title: 'Why are these two connected?',
    query: `# How are two entities connected, sentence by sentence? Ids are the same in every database: these are Hakan Fidan's
# and Bashar al-Assad's.
query Why($from: ID!, $to: ID!) {
  path(from: $from, to: $to) {
    from { name(language: "en") }
    to { name(language: "en") }
    via { ... on Event { type headline } ... on Article { headline } }
    evidence { sentence { text } article { headline } }
  }
}
`,
    variables: { from: 'UNe5w93ZSF7fn9zBu_ch-QI', to: 'UGrI1s-kGF3bjDcxMzArZtg' },
  },
]
