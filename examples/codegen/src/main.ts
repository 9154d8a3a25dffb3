// Who met whom, and which sentence says so? A typed client by GraphQL Code Generator's client preset.
//   npm run generate && npm start            (the service runs at ISNAD_URL, http://127.0.0.1:4000/graphql unless set)
import { ask } from './ask.ts'
import { graphql } from './generated/index.ts'

const meetings = graphql(`
  query Meetings($country: String!, $first: Int!) {
    country(code: $country) {
      name(language: "en")
      events(first: $first, where: { types: [CONSULT] }) {
        nodes {
          date { edtf }
          participants { role entity { name(language: "en") } }
          reports(first: 1) { nodes { evidence { sentence { text } article { headline source { name } } } } }
        }
      }
    }
  }
`)

const { country } = await ask(meetings, { country: 'SY', first: 5 })
process.stdout.write(`${country?.name ?? 'This country is not in the news here'}\n`)
for (const event of country?.events.nodes ?? []) {
  const who = event.participants.map(({ role, entity }) => `${entity.name} (${role.toLowerCase()})`).join(', ')
  process.stdout.write(`\n${event.date?.edtf ?? 'undated'}  ${who}\n`)
  for (const { evidence } of event.reports.nodes) {
    process.stdout.write(`  “${evidence.sentence.text}”\n  — ${evidence.article.source?.name ?? 'unknown outlet'}\n`)
  }
}
