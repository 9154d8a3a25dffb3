import { defineConfig } from 'vitest/config'

// Tests in three groups. Only `database` starts a server, once for a run and only when one of its tests runs.
export default defineConfig({
  // Vite would take the module build of graphql, its users in node_modules take CommonJS, and two of it know nothing of
  // each other's types. At run time there is one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/{text,lexicon,time,reading,extraction,evaluation,training,resolution}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/{store,ingest,graph,server,cli,contract,faults,examples}/**/*.test.ts'],
          globalSetup: ['test/support/server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
