import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'

const address = process.env['ISNAD_URL'] ?? 'http://127.0.0.1:4000/graphql'

/** Asks the service; the document's own types say what goes in and what comes out. */
export async function ask<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const { data, errors } = (await response.json()) as { data: Result | null; errors?: { message: string }[] }
  if (errors !== undefined || data === null)
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data')
  return data
}
