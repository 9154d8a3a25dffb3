// What did people say, and through whom did their words come? A typed client by gql.tada: types from the document itself.
//   npm start                                (the service runs at ISNAD_URL, http://127.0.0.1:4000/graphql unless set)
import { ask } from './ask.ts'
import { graphql } from './graphql.ts'

const words = graphql(`
  query Words($first: Int!) {
    quotes(first: $first) {
      nodes {
        text
        direct
        speakerText
        speaker { name(language: "en") }
        attribution { text anonymous }
        evidence { article { headline publishedOn } }
      }
    }
  }
`)

const { quotes } = await ask(words, { first: 5 })
for (const quote of quotes.nodes) {
  const chain = quote.attribution.map(({ text, anonymous }) => (anonymous ? `${text} (unnamed)` : text)).join(' ← ')
  process.stdout.write(`\n${quote.speaker?.name ?? quote.speakerText}: “${quote.text}”\n`)
  process.stdout.write(
    `  ${chain}\n  ${quote.evidence.article.publishedOn ?? 'undated'}  ${quote.evidence.article.headline}\n`,
  )
}
