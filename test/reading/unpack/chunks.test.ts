/** The law of this room: how a package's bytes are dealt out changes nothing, whatever is in it. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { test } from 'vitest'
import { contents, type Entry, packageOf, tarOf, zipOf } from './support.ts'

const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc.tuple(
    fc
      .string({ unit: fc.constantFrom('a', 'ب', '/', '.', '_'), minLength: 1, maxLength: 12 })
      .map((path) => `p${path}q`),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('PK\u0003\u0004', '\u001f', 'WARC/1.0\r\n', '{"title":"a"}\n'.repeat(1002)),
    ),
  ),
  { maxLength: 4 },
)

const packages: fc.Arbitrary<() => Promise<Uint8Array>> = fc.oneof(
  entries.map((files) => async () => tarOf(files)),
  entries.map((files) => async () => gzipSync(await tarOf(files))),
  fc.tuple(entries, fc.constantFrom({}, { level: 0 }, { dataDescriptor: true, dataDescriptorSignature: true })).map(
    ([files, options]) =>
      async () =>
        zipOf(new Map(files).entries().toArray(), options),
  ),
  entries.map((files) => async () => tarOf([['inner.zip', await zipOf(new Map(files).entries().toArray())]])),
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => async () => bytes),
)

test('the same bytes in other pieces give the same parts', async () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 70_000 })), {
    minLength: 1,
  })
  const property = fc.asyncProperty(packages, sizes, async (make, pieces) => {
    const bytes = await make()
    const whole = await contents(packageOf(bytes, 'news'))
    const dealt = await contents(packageOf(bytes, 'news', pieces))
    if (JSON.stringify(whole) !== JSON.stringify(dealt))
      throw new Error(JSON.stringify({ whole, dealt }).slice(0, 2000))
  })
  await fc.assert(property, { numRuns: 60 })
})

test('a broken package gives the same in other pieces too, and never throws', async () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 })
  const property = fc.asyncProperty(
    packages,
    damage,
    fc.nat(),
    fc.integer({ min: 1, max: 5000 }),
    async (make, hits, cut, size) => {
      const bytes = Uint8Array.from(await make())
      if (bytes.length === 0) return
      for (const [at, value] of hits) bytes[at % bytes.length] = value
      const broken = bytes.subarray(0, bytes.length - (cut % 2 === 0 ? 0 : cut % bytes.length))
      const whole = await contents(packageOf(broken, 'news'))
      const dealt = await contents(packageOf(broken, 'news', [size]))
      if (JSON.stringify(whole) !== JSON.stringify(dealt))
        throw new Error(JSON.stringify({ whole, dealt }).slice(0, 2000))
    },
  )
  await fc.assert(property, { numRuns: 100 })
})
