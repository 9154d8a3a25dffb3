import { setFlagsFromString } from 'node:v8'

/** The heap grows by a fifth between collections instead of threefold, and the young part of it not at all. */
const flags = ['--heap-growing-percent=20', '--semi-space-growth-factor=1']

/**
 * Lets this process give memory back early. For one that takes large dumps apart: what it drops is young and plenty, and
 * at the engine's own pace would lie around by the hundred megabytes. It then runs at half its speed, which is still a
 * hundred times that of understanding. Call it before anything else is loaded.
 */
export function spareMemory(): void {
  for (const flag of flags) setFlagsFromString(flag)
}
