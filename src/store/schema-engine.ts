import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { Pool } from 'pg'

/**
 * Prisma's own migration engine in WebAssembly, on one database: what `prisma migrate` runs, without the binary that it
 * would download.
 */
export type OpenEngine = AsyncDisposable & { readonly engine: SchemaEngine }

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

/** The module keeps its state in itself: one instance a process. */
let loaded: Promise<Glue> | undefined

/** Opens the engine on a database. */
export async function openSchemaEngine(url: string): Promise<OpenEngine> {
  loaded ??= load()
  const { SchemaEngine: Engine } = await loaded
  // A pool of ours, because the engine leaves its own open.
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, adapter)
  const close = async (): Promise<void> => {
    engine.free()
    await pool.end()
  }
  return { engine, [Symbol.asyncDispose]: close }
}

/** Instantiates the module by hand, because importing a .wasm file makes Node print a warning. */
async function load(): Promise<Glue> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const compiled = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue
}
