import { availableParallelism } from 'node:os'

/**
 * Worker processes that this machine bears: a core each and one for Postgres, which is as busy as they are. On two cores a
 * second worker takes from the first and from Postgres what it does itself. One Postgres keeps up with about eight.
 */
export const ownWorkers = Math.min(Math.max(availableParallelism() - 1, 1), 8)
