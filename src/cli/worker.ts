import { startLeader } from '../ingest/queue/leader.ts'
import { openQueue } from '../ingest/queue/open-queue.ts'
import { CommandError, exitCode, type Io } from './io.ts'
import { openStore } from './store.ts'

export type WorkerOptions = { readonly jobs: number }

/** Takes documents from the queue until it is told to stop, also those that killed runs left there. */
export async function worker({ jobs }: WorkerOptions, io: Io): Promise<number> {
  await using store = await openStore(io)
  await using queue = await openQueue(store)
  let count = 0
  const onDone = (hashes: readonly string[]): void => {
    count += hashes.length
  }
  const leader = startLeader(store, queue, { jobs, onDone })
  const told = new Promise<void>((done) => {
    if (io.signal.aborted) done()
    io.signal.addEventListener('abort', () => done(), { once: true })
  })
  const gone = store.gone.then(() => {
    throw new CommandError('The embedded Postgres has ended. Start again: nothing that waits is lost.')
  })
  io.err(`Waiting for documents, with up to ${jobs} worker processes. Ctrl-C stops it.\n`)
  try {
    await Promise.race([told, leader.broken, gone])
    io.err('Stopping: documents in hand are finished first.\n')
  } finally {
    await leader.stop().catch(() => undefined)
  }
  io.err(`Stopped. ${count} documents taken.\n`)
  return exitCode.ok
}
