// Draws one event with everything that hangs on it: who took part, which sentences say so, and the chain that carried
// them to the page. The picture in the README is this program's answer.
//   npm start -- 'جملة من الخبر' > event.svg      (the service runs at ISNAD_URL, http://127.0.0.1:4000/graphql unless set)
import { drawEvent, type EventPicture } from './draw.ts'

const address = process.env['ISNAD_URL'] ?? 'http://127.0.0.1:4000/graphql'

const query = `query Picture($text: String!) {
  search(text: $text, first: 1, kinds: [ARTICLE]) {
    nodes { item { ... on Article { reports {
      event {
        type status headline sourceCount
        date { edtf expression }
        place { name }
        participants { role entity { kind name english: name(language: "en") } }
        reports(first: 2) { nodes {
          evidence { sentence { text } article { headline publishedOn source { name } } }
          attribution { text anonymous }
        } }
      }
    } } } }
  }
}`

const response = await fetch(address, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: { text: process.argv[2] ?? 'مباحثات تركية روسية' } }),
})
const { data, errors } = (await response.json()) as {
  data?: { search: { nodes: { item: { reports?: { event: EventPicture }[] } }[] } }
  errors?: { message: string }[]
}
if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
// The event with most around it shows most of what the graph holds.
const events = data?.search.nodes.flatMap(({ item }) => item.reports?.map(({ event }) => event) ?? []) ?? []
const weight = (event: EventPicture) => event.participants.length + (event.date ? 1 : 0) + (event.place ? 1 : 0)
const [event] = events.toSorted((one, other) => weight(other) - weight(one))
if (event === undefined) throw new Error('No article with an event answers that text.')
process.stdout.write(drawEvent(event))
