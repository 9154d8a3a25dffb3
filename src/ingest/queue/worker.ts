import process from 'node:process'
import { type Database, openDatabase } from '../../store/database.ts'
import { isUnavailable } from '../../store/database-error.ts'
import { dropIncoming, readIncoming } from '../../store/incoming.ts'
import { storedAmong } from '../../store/outcomes.ts'
import { type Attention, takeIn, together } from '../take-in.ts'
import { Bell } from './bell.ts'
import type { Order, Report } from './messages.ts'
import { openWatchdog } from './watchdog.ts'

// A worker process: it is forked, told where to work, and takes documents in until whoever leads it hangs up. It decides
// nothing: which documents, how often and when to stop is the leader's.

/** A worker does one thing at a time; the second is for a decision that is read while one writes. */
const connections = 2

/** In milliseconds; it is woken by every order. */
const patience = 60_000

// The terminal sends its signals to the whole group; only the leader knows what is in hand.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
// Without a leader nobody would hear the answer. What is not committed is rolled back by the server.
process.on('disconnect', () => process.exit(0))

const bell = new Bell()
const waiting: string[] = []
process.on('message', (order: Order) => {
  if ('url' in order) void begin(order.url, order.deadline)
  else waiting.push(...order.take)
  bell.ring()
})

async function begin(url: string, deadline: number): Promise<void> {
  try {
    await work(openDatabase(url, { connections }), deadline)
  } catch (error) {
    say(isUnavailable(error) ? { said: 'UNAVAILABLE' } : { said: 'FAULT', message: String(error) })
    process.disconnect?.()
  }
}

async function work(database: Database, deadline: number): Promise<never> {
  const watchdog = openWatchdog(deadline)
  const attention: Attention = {
    began(sha256) {
      say({ said: 'BEGAN', sha256 })
      watchdog.start()
    },
    understood() {
      watchdog.stop()
      say({ said: 'UNDERSTOOD' })
    },
  }
  say({ said: 'READY' })
  for (;;) {
    while (waiting.length === 0) await bell.wait(patience)
    const hashes = waiting.splice(0, together)
    await takeInWaiting(database, hashes, attention)
    say({ said: 'DONE', hashes })
  }
}

/** Those that are in already wait no more; those that somebody took meanwhile are not there. */
async function takeInWaiting(database: Database, hashes: readonly string[], attention: Attention): Promise<void> {
  const rows = await readIncoming(database.prisma, hashes)
  const stored = await storedAmong(database.prisma, hashes)
  if (stored.size > 0) await dropIncoming(database.prisma, [...stored])
  await takeIn(
    database,
    rows.filter(({ sha256 }) => !stored.has(sha256)),
    attention,
  )
}

function say(report: Report): void {
  process.send?.(report)
}
