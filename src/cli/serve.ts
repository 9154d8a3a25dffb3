import { readConfig } from '../server/config.ts'
import { firstQuery } from '../server/examples.ts'
import type { Service } from '../server/open-service.ts'
import { CommandError, exitCode, type Io, StoppedError } from './io.ts'
import { openStore } from './store.ts'

/** Serves a database that is set up already, until it is told to stop. */
export async function serve(io: Io): Promise<number> {
  return untilStopped(io, async () => {
    const config = readConfig(io.environment)
    await using store = await openStore(io)
    const { openService } = await import('../server/open-service.ts')
    io.signal.throwIfAborted()
    await using service = await openService(store, config)
    await attend(service, store.gone, io)
  })
}

/** Runs a service: being told to stop is how it ends well, also when that comes before it served. */
export async function untilStopped(io: Io, work: () => Promise<void>): Promise<number> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error
  }
  io.err('Stopped.\n')
  return exitCode.ok
}

/**
 * Says where to look and what to ask first, then waits until the user asks for the end.
 * @param gone settles when the database that was started for the service has ended
 * @throws CommandError when it ended before that
 */
export async function attend(service: Service, gone: Promise<void>, io: Io): Promise<void> {
  io.signal.throwIfAborted()
  io.err(welcome(service))
  const stop = new Promise<void>((done) => io.signal.addEventListener('abort', () => done(), { once: true }))
  const stopped = await Promise.race([stop.then(() => true), gone.then(() => false)])
  if (!stopped)
    throw new CommandError(
      'The embedded Postgres has ended; its log is postgres.log in ISNAD_HOME. Start again: nothing that was stored is lost.',
    )
  io.err('\nStopping: requests under way are finished first.\n')
}

/** What a newcomer needs once the service runs: where to look and what to ask first. */
function welcome(service: Service): string {
  const indented = firstQuery.trimEnd().replace(/^/gm, '  ')
  return `
Isnad is serving.

  Playground and API   ${service.graphql}
  Health, readiness    ${service.url}/health  ${service.url}/ready

A first question to paste (the playground's tabs hold it and more):

${indented}

Ctrl-C stops it.
`
}
