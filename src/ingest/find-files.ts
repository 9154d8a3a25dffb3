import { glob, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that some paths mean, each once, and the paths that mean none. */
export type FoundFiles = { readonly files: readonly string[]; readonly missing: readonly string[] }

/**
 * Finds what paths mean: a file itself, a folder all files under it, anything else is a glob. Hidden files are passed
 * over. Sorted by code unit, whatever order the disk has.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>()
  const missing: string[] = []
  for (const path of paths) {
    const kind = await stat(path).catch(() => null)
    const found =
      kind?.isFile() === true ? [path] : await matching(kind?.isDirectory() === true ? join(path, '**') : path)
    if (found.length === 0 && kind === null) missing.push(path)
    for (const file of found) files.add(file)
  }
  return { files: [...files].sort(), missing }
}

async function matching(pattern: string): Promise<string[]> {
  const found: string[] = []
  for await (const entry of glob(pattern, { withFileTypes: true })) {
    if (entry.isFile() && !entry.name.startsWith('.')) found.push(join(entry.parentPath, entry.name))
  }
  return found
}
