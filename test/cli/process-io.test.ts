import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { OutputError, StoppedError } from '../../src/cli/io.ts'
import { openProcessIo } from '../../src/cli/process-io.ts'

function ioOn(stdout: Writable) {
  return openProcessIo({ stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {} })
}

/** A reader that takes nothing until it is let. */
function slowReader(): { stdout: Writable; read: () => void; taken: string[] } {
  const taken: string[] = []
  const waiting: (() => void)[] = []
  const stdout = new Writable({
    highWaterMark: 10,
    decodeStrings: false,
    write(text, _, done) {
      taken.push(String(text))
      waiting.push(done)
    },
  })
  return { stdout, taken, read: () => waiting.shift()?.() }
}

test('whoever writes waits for a slow reader', async () => {
  const { stdout, read, taken } = slowReader()
  const { io } = ioOn(stdout)
  await io.out('few')
  let written = false
  const writing = io.out('more than ten').then(() => {
    written = true
  })
  await new Promise(setImmediate)
  expect(written).toBe(false)
  read()
  read()
  await new Promise(setImmediate)
  read()
  await writing
  expect(taken).toEqual(['few', 'more than ten'])
})

test('a stop frees whoever waits for a reader', async () => {
  const { io, stop } = ioOn(slowReader().stdout)
  const writing = io.out('more than ten')
  stop()
  await expect(writing).rejects.toBeInstanceOf(StoppedError)
  expect(io.signal.aborted).toBe(true)
})

test.each([
  ['EPIPE', true],
  ['ENOSPC', false],
])('after %s nothing more can be written', async (code, readerLeft) => {
  const stdout = new Writable({ write: (_, __, done) => done(Object.assign(new Error(code), { code })) })
  const { io, flush } = ioOn(stdout)
  await expect(io.out('lost').then(() => io.out('more'))).rejects.toMatchObject({ name: OutputError.name, readerLeft })
  await expect(flush()).rejects.toThrow(code)
})
