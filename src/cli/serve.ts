import { readConfig } from '../server/config.ts'
import { firstQuery } from '../server/examples.ts'
import { openService, type Service } from '../server/open-service.ts'
import { exitCode, type Io } from './io.ts'
import { openStore } from './store.ts'

/** Serves a database that is set up already, until it is told to stop. */
export async function serve(io: Io): Promise<number> {
  const config = readConfig(io.environment)
  await using store = await openStore(io)
  await using service = await openService(store, config)
  await serveUntilStopped(service, firstQuery, io)
  return exitCode.ok
}

/** Says where to look and what to ask first, then waits until the user asks for the end. */
export async function serveUntilStopped(service: Service, question: string, io: Io): Promise<void> {
  io.err(welcome(service, question))
  if (!io.signal.aborted) {
    await new Promise<void>((stop) => io.signal.addEventListener('abort', () => stop(), { once: true }))
  }
  io.err('\nStopping: requests under way are finished first.\n')
}

/** What a newcomer needs once the service runs: where to look and what to ask first. */
function welcome(service: Service, question: string): string {
  const indented = question.trimEnd().replace(/^/gm, '  ')
  return `
Isnad is serving.

  Playground and API   ${service.graphql}
  Health, readiness    ${service.url}/health  ${service.url}/ready

A first question to paste (the playground's tabs hold it and more):

${indented}

Ctrl-C stops it.
`
}
