import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type Io, StoppedError } from '../../src/cli/io.ts'
import { openSteps } from '../../src/cli/steps.ts'

const clearLine = '\r\u001b[2K'

function listen(live: boolean): { io: Io; said: () => string; stop: () => void } {
  const stopping = new AbortController()
  let said = ''
  const io: Io = {
    out: async () => undefined,
    err: (text) => {
      said += text
    },
    stdin: new PassThrough(),
    environment: {},
    signal: stopping.signal,
    live,
  }
  return { io, said: () => said, stop: () => stopping.abort(new StoppedError()) }
}

test('a step is one line: its time, its name, what came of it', async () => {
  const { io, said } = listen(false)
  const value = await openSteps(io).run(
    'database',
    async () => 42,
    (port) => `on port ${port}`,
  )
  expect(value).toBe(42)
  expect(said()).toMatch(/^ {2}\d\.\d\d s {2}database {3}on port 42\n$/)
})

test('where people watch, a step shows before it is done, and its line replaces that', async () => {
  const { io, said } = listen(true)
  await openSteps(io).run('database', async () => {
    expect(said()).toBe('       …  database')
  })
  const [before, line] = said().split(clearLine)
  expect(before).toBe('       …  database')
  expect(line).toMatch(/^ {2}\d\.\d\d s {2}database/)
})

test('a step that fails leaves no line', async () => {
  const { io, said } = listen(true)
  const failing = openSteps(io).run('database', async () => {
    throw new Error('no database')
  })
  await expect(failing).rejects.toThrow('no database')
  expect(said().endsWith(clearLine)).toBe(true)
})

test('no step begins after the user asked for the end', async () => {
  const { io, stop } = listen(false)
  stop()
  let begun = false
  const step = openSteps(io).run('database', async () => {
    begun = true
  })
  await expect(step).rejects.toBeInstanceOf(StoppedError)
  expect(begun).toBe(false)
})
