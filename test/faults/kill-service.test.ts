import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '../../seeds/seed.ts'
import { readAddress } from '../../src/store/embedded/home-lock.ts'
import { startEmbeddedServer } from '../../src/store/embedded/server.ts'
import { createTestDatabase } from '../support/database.ts'
import { exported } from '../support/exported.ts'
import { isnad, postgresOf, type Running, startIsnad, temporaryFolder } from '../support/isnad.ts'

// One home whose service, and then whose Postgres, is killed. Each test goes on where the one before it ended.

/** Set-ups, loads and recoveries: much for a busy machine. */
const limit = 180_000
const home = join(await temporaryFolder(afterAll), 'home')
const environment = { ISNAD_HOME: home, PORT: '0' }

/** Lets three documents in, and makes the others wait until the gate is open. */
const holdUp = `
  create table gate (open boolean);
  create function hold_up() returns trigger language plpgsql as $$ begin
    while (select count(*) from document) >= 3 and not exists (select from gate) loop perform pg_sleep(0.05); end loop;
    return new;
  end $$;
  create trigger hold_up before insert on document for each row execute function hold_up()`

const heldUp = "select from pg_stat_activity where wait_event = 'PgSleep'"

let service: Running | null = null
let undisturbed = ''

beforeAll(async () => {
  await using database = await createTestDatabase()
  expect((await seed(database))?.refused).toBe(0)
  undisturbed = `${await exported(database)}\n`
}, limit)
afterAll(async () => {
  await service?.end('SIGTERM')
})

/** A connection whose server may be killed under it. */
async function connect(url: string | null): Promise<Client> {
  const client = new Client({ connectionString: url ?? '' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function serveAgain(): Promise<string> {
  service = startIsnad(['start'], environment)
  return service.says('Ctrl-C stops it.')
}

test(
  'a first load that is killed half-way is finished by the next start',
  async () => {
    expect((await isnad(['migrate'], environment)).code).toBe(0)
    {
      await using server = await startEmbeddedServer({ home })
      const client = await connect(server.url)
      await client.query(holdUp).finally(() => client.end())
    }
    const loading = startIsnad(['start'], environment)
    await loading.says('database')
    const keeper = await connect(await readAddress(home))
    while ((await keeper.query(heldUp)).rowCount === 0) await sleep(20)
    await loading.end('SIGKILL')
    await keeper.query('insert into gate values (true)').finally(() => keeper.end())
    expect(await postgresOf(home)).not.toBeNull()

    expect(await serveAgain()).toMatch(/documents +\d+ loaded from seeds\/documents\n/)
    expect((await isnad(['export'], environment)).out).toBe(undisturbed)
  },
  limit,
)

test(
  'a service that is killed leaves nothing that the next start does not clear away',
  async () => {
    const orphan = await postgresOf(home)
    await service?.end('SIGKILL')
    expect(await postgresOf(home)).toBe(orphan)

    expect(await serveAgain()).toMatch(/documents +the database holds documents already\n/)
    expect(await postgresOf(home)).not.toBe(orphan)
    expect((await isnad(['export'], environment)).out).toBe(undisturbed)
  },
  limit,
)

test(
  'a service whose Postgres is killed says so and ends',
  async () => {
    process.kill((await postgresOf(home)) ?? 0, 'SIGKILL')
    expect(await service?.ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/\nThe embedded Postgres has ended; .*Start again.*\n$/),
    })
  },
  limit,
)
