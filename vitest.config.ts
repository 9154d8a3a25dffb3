import { defineConfig } from 'vitest/config'

// Tests in three groups. Only `database` starts a server, once for a run and only when one of its tests runs.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', include: ['test/house/**/*.test.ts'] } },
      {
        test: {
          name: 'pure',
          include: ['test/{text,lexicon,time,reading,extraction,resolution}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['test/{store,ingest,graph,server,cli,contract,faults,examples}/**/*.test.ts'],
          globalSetup: ['test/support/server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
