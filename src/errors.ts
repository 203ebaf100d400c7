/** Errors that reach a person. Each knows its HTTP status and its exit code. Bad data inside a stage is an `Issue`, not an error. */
export class SightlineError extends Error {
  readonly status: number = 500
  readonly exitCode: number = 1
  /** What the reader of the message can do about it. */
  readonly wayOut: string | undefined

  constructor(message: string, options: { wayOut?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.wayOut = options.wayOut
  }
}

/** The call itself is wrong: an unknown option, a missing argument, a malformed query. */
export class UsageError extends SightlineError {
  override readonly status = 400
  override readonly exitCode = 2
}

/** The surroundings are wrong: a missing file of this project, an unreadable desk, a port in use. */
export class ConfigError extends SightlineError {
  override readonly status = 500
  override readonly exitCode = 1
}

/** One input cannot be read; the rest of a batch goes on. */
export class InputError extends SightlineError {
  override readonly status = 422
  override readonly exitCode = 3
}

export class NotFoundError extends SightlineError {
  override readonly status = 404
  override readonly exitCode = 1
}

/** What is stored contradicts itself (a hash that does not match, a link to nothing). */
export class IntegrityError extends SightlineError {
  override readonly status = 409
  override readonly exitCode = 1
}

/** An invariant of the program does not hold: a bug, never bad data. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
