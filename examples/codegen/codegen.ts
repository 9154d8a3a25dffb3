import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: 'src/**/*.ts',
  ignoreNoDocuments: false,
  generates: {
    './src/generated/': {
      preset: 'client',
      // The program runs on Node's own TypeScript, which wants the real file names.
      config: {
        scalars: { DateTime: 'string', Date: 'string', URL: 'string' },
        strictScalars: true,
        useTypeImports: true,
        importExtension: '.ts',
      },
    },
  },
}

export default config
