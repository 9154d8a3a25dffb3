import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a schema engine that it never runs, and would fetch one. Naming any executable in its
// place keeps `npm ci` free of downloads; migrations run on the same engine in WebAssembly (src/store/migrate.ts).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
