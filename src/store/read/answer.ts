import type { GraphQLResolveInfo } from 'graphql'
import { getNamedType, isAbstractType } from 'graphql'
import { Prisma, type PrismaClient } from '../generated/client.ts'
import { badInput } from './bad-input.ts'
import { Compiler } from './compile.ts'
import type { Arguments, Reading, Row } from './reading.ts'

/** There is no row above a root field. */
const nothing: Row = Prisma.empty

/**
 * Answers a field whole, with everything that is selected below it, by one statement.
 * @returns the field's value: objects by response key, as `slot` resolvers read them
 * @throws GraphQLError BAD_USER_INPUT for an argument that does not fit, QUERY_TOO_LARGE for a selection over the limits
 */
export async function answer(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  info: GraphQLResolveInfo,
  reading: Reading<never>,
  args: Arguments,
): Promise<unknown> {
  const type = getNamedType(info.returnType)
  const place = { type, nodes: info.fieldNodes, depth: 1, times: 1, named: isAbstractType(type) }
  const json = new Compiler(info).read(reading, place, nothing, args)
  refuseNul(json.values)
  const [row] = await prisma.$queryRaw<{ answer: string }[]>(Prisma.sql`select ${json} as answer`)
  return row === undefined ? null : JSON.parse(row.answer)
}

/** Postgres has no U+0000 in text: it would be our error where it is the client's. */
function refuseNul(values: readonly unknown[]): void {
  for (const value of values) {
    if (Array.isArray(value)) refuseNul(value)
    else if (typeof value === 'string' && value.includes('\0')) throw badInput('Text may not contain U+0000.')
  }
}
