import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { door, isnad, temporaryFolder } from '../support/isnad.ts'

const secret = 'hunter2hunter2'

/** A Node that came with the machine and is older than ours; undefined on one that has none. */
const oldNode = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 99) < 26
})

test('wrong settings are named with what they take, and never repeated', async () => {
  const { code, out, err } = await isnad(['start'], {
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DATABASE_URL: `mysql://user:${secret}@localhost/news`,
  })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^ {2}PORT takes .*65535$/m)
  expect(err).toMatch(/^ {2}LOG_LEVEL takes .*silent$/m)
  expect(err).toMatch(/^ {2}DATABASE_URL takes an address as postgresql:/m)
  expect(err).not.toContain(secret)
})

test('a server that does not answer is one line, without the password', async () => {
  const DATABASE_URL = `postgresql://user:${secret}@127.0.0.1:1/news`
  const { code, err } = await isnad(['serve'], { DATABASE_URL })
  expect(code).toBe(1)
  expect(err).toMatch(/^The Postgres at 127\.0\.0\.1:1\/news cannot be used: .*ECONNREFUSED.*DATABASE_URL.*\n$/)
  expect(err).not.toContain(secret)
})

test('a home that is no folder is named, with the variable', async () => {
  const file = join(await temporaryFolder(onTestFinished), 'file')
  await writeFile(file, '')
  const { code, err } = await isnad(['export'], { ISNAD_HOME: file })
  expect(code).toBe(1)
  expect(err).toMatch(/^The folder \S+ cannot be used .*ISNAD_HOME=.*\n$/)
})

test('another Node says which one it needs and how to get it', () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } })`
  const program = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, door, 'start']
  const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/Node 26.*this is Node 20\.1\.0\.\nRun `npm ci`.*npm start/)
})

test.skipIf(oldNode === undefined)('a really old Node says so, too', () => {
  const { status, stderr } = spawnSync(oldNode ?? '', [door, 'start'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('Run `npm ci`')
})

test('an install without its scripts is told to run them', async () => {
  const cli = join(await temporaryFolder(onTestFinished), 'src/cli')
  await mkdir(cli, { recursive: true })
  await copyFile(door, join(cli, 'isnad.mjs'))
  const { status, stderr } = spawnSync(process.execPath, [join(cli, 'isnad.mjs'), 'start'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/client has not been generated\.\nRun `npm ci` \(without --ignore-scripts\)/)
})
