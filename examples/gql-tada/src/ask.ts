import type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada'
import { print } from 'graphql'

const address = process.env['ISNAD_URL'] ?? 'http://127.0.0.1:4000/graphql'

/** Asks the service; the document's own types say what goes in and what comes out. */
// biome-ignore lint/suspicious/noExplicitAny: any document, whatever it asks and answers
export async function ask<Document extends TadaDocumentNode<any, any, any>>(
  document: Document,
  variables: VariablesOf<Document>,
): Promise<ResultOf<Document>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data, errors } = (await response.json()) as {
    data: ResultOf<Document> | null
    errors?: { message: string }[]
  }
  if (errors !== undefined || data === null)
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data')
  return data
}
