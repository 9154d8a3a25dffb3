#!/usr/bin/env node
// The door, in plain JavaScript, so that it opens on any Node and can say what is missing: an install without scripts
// (`npm ci --ignore-scripts`) brings neither the pinned Node nor the generated client, and would fail oddly later.
import { existsSync } from 'node:fs'

const pinned = 26
const client = new URL('../store/generated/client.ts', import.meta.url)
const problem =
  Number(process.versions.node.split('.')[0]) < pinned
    ? `Isnad runs on Node ${pinned}, which its own install brings; this is Node ${process.versions.node}.`
    : existsSync(client)
      ? null
      : 'The Prisma client has not been generated.'

if (problem === null) {
  const { main } = await import('./main.ts')
  await main(process.argv.slice(2))
} else {
  process.stderr.write(
    `${problem}\nRun \`npm ci\` (without --ignore-scripts), then start through npm: \`npm start\` or \`npm run -s isnad -- COMMAND\`.\n`,
  )
  process.exitCode = 1
}
