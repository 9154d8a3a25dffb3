import { z } from 'zod'

/**
 * The service's settings, read once from the environment. Each variable stands in `.env.example`, which a test holds
 * against this list; a wrong value is refused at start with its name and what it should be.
 */
const settings = z.object({
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ISNAD_HOME: z.string().min(1).default('.isnad'),
  ISNAD_API_KEY: z.string().min(16).optional(),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    ),
  INTROSPECTION: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** What each variable takes, for people. Values are never repeated to them: some are secrets. */
const expectations: Readonly<Record<keyof typeof settings.shape, string>> = {
  PORT: 'a whole number from 0 (any free port) to 65535',
  HOST: 'an address of this machine, as 127.0.0.1',
  DATABASE_URL: 'an address as postgresql://user:password@host:5432/database, or nothing',
  ISNAD_HOME: 'a folder',
  ISNAD_API_KEY: '16 characters or more, or nothing',
  CORS_ORIGINS: 'origins as https://example.org, comma separated',
  INTROSPECTION: 'on or off',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
}

export type Config = Readonly<z.infer<typeof settings>>

/** The names of every variable that is read. */
export const variableNames: readonly string[] = Object.keys(settings.shape)

/** A setting that cannot be used. The message names each variable and what it should be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'BAD_CONFIG'
}

/**
 * Reads the settings from an environment. An empty variable counts as unset.
 * @throws ConfigError naming every variable that does not fit
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = environment[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const result = settings.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0] as keyof Config))
  const complaints = [...wrong].map((name) => `  ${name} takes ${expectations[name]}`)
  throw new ConfigError(`These settings do not fit (see .env.example):\n${complaints.join('\n')}`)
}
