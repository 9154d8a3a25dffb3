/** Another living process serves from the same data directory. */
export class HomeLockedError extends Error {
  override readonly name = 'HomeLockedError'
  readonly code = 'HOME_LOCKED'
  constructor(home: string, holder: string) {
    super(
      `${home} is in use by ${holder}. Stop that one first, or give this one its own data with ISNAD_HOME=another/folder, or point both at one server with DATABASE_URL.`,
    )
  }
}

/** The embedded Postgres cannot be set up or started here. The message says what to do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError'
  readonly code = 'EMBEDDED_SERVER'
}
