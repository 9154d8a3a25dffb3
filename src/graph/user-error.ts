import { builder } from './builder.ts'
import type { UserErrorData } from './context.ts'

/** A mutation's foreseeable failures are data. Their codes are the ports'; which type one is shows in its code. */
export const UserError = builder.interfaceRef<UserErrorData>('UserError')

builder.interfaceType(UserError, {
  description: 'A foreseeable failure of a mutation, as data. New types of it may come.',
  resolveType: ({ code }) => typeOfCode(code),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: stable and upper case.' }),
    message: t.exposeString('message', { description: 'For people: what went wrong and what to do.' }),
    path: t.exposeStringList('path', {
      nullable: true,
      description: 'Where in the arguments, e.g. ["input", "url"]; null when it is about no one part of them.',
    }),
  }),
})

/** Concrete types, what they say, and how their codes begin or end; the last has all other codes. */
const errorTypes = [
  { name: 'NotFoundError', description: 'Something named in the arguments is not there.', codes: /(^|_)NOT_FOUND$/ },
  {
    name: 'UnreadableDocumentError',
    description: 'The document cannot be read: it is empty, too large, of an unknown kind, or broken.',
    codes: /^(DOCUMENT|FORMAT|RECORD)_|^TOO_MANY_RECORDS$/,
  },
  {
    name: 'FetchError',
    description: 'The address cannot be fetched, or may not be.',
    codes:
      /^(FETCH|ROBOTS|TLS)_|_REDIRECTS?$|^(BAD_URL|PORT_REFUSED|ADDRESS_REFUSED|NAME_UNKNOWN|UNREACHABLE|BAD_STATUS|TRY_LATER|BROKEN_ANSWER|TOO_LARGE|TOO_SLOW)$/,
  },
  {
    name: 'ConflictError',
    description: 'It contradicts what is there, e.g. entities of two kinds are to be one.',
    codes: /^(KINDS_DIFFER|MERGE_INTO_ITSELF|MENTION_OF_ANOTHER|NOTHING_LEFT|ALREADY_UNDONE)$/,
  },
  { name: 'RequestError', description: 'The arguments do not fit in any other way.', codes: /^/ },
] as const

for (const { name, description } of errorTypes) {
  builder.objectType(builder.objectRef<UserErrorData>(name), { description, interfaces: [UserError] })
}

/** The name of the type that a failure with this code has. */
export function typeOfCode(code: string): string {
  return errorTypes.find(({ codes }) => codes.test(code))?.name ?? 'RequestError'
}
