import type { Failure } from '../store/dead-letters.ts'
import type { FoundFiles } from './find-files.ts'
import type { Input } from './offers.ts'
import { openPackage } from './open-package.ts'

/** Files to be read, and before them the paths that mean none, each of which is a failure. */
export function fileInputs({ files, missing }: FoundFiles): Input[] {
  return [
    ...missing.map((path): Input => ({ path, open: async () => noSuchFile })),
    ...files.map((path): Input => ({ path, open: async () => openPackage(path) })),
  ]
}

const noSuchFile: Failure = {
  stage: 'READ',
  code: 'FILE_NOT_FOUND',
  message: 'There is no such file, and no file that the pattern matches.',
}
