import { type CorrectionsInForce, readCorrections, StaleCorrectionsError } from '../store/corrections.ts'
import type { Database } from '../store/database.ts'

/** People decide seldom: a writer that meets so many new decisions in a row has another trouble. */
const attempts = 20

/** Does some work under the decisions in force, and again from the start when others came into force meanwhile. */
export async function withCorrections<T>(
  { prisma }: Pick<Database, 'prisma'>,
  work: (inForce: CorrectionsInForce) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(await readCorrections(prisma))
    } catch (error) {
      if (!(error instanceof StaleCorrectionsError) || attempt === attempts) throw error
    }
  }
}
