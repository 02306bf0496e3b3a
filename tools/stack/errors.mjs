/** A failure a person can act on: printed as one line, without a stack trace. `code` is stable, for tests and scripts. */
export class StackError extends Error {
  /** @param {string} code @param {string} message what happened and what to do, in one line */
  constructor(code, message) {
    super(message);
    this.name = 'StackError';
    this.code = code;
  }
}

/**
 * Turns errors of the file system that a person can mend into one line; every other error passes through.
 * @param {unknown} error
 * @param {string} where path or action the person will recognise
 */
export function explain(error, where) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StackError('DISK_FULL', `No space left on the disk that holds ${where}. Free some space and start again.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new StackError('NOT_WRITABLE', `Cannot write to ${where}. Make it writable, or set FAIRMARK_HOME to another folder.`);
  return error;
}
