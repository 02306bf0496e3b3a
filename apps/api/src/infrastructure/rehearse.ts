import type { Database, Executor } from '@fairmark/persistence/database';

/** Carries what was found out of a transaction that is rolled back. */
class Rehearsed<T> extends Error {
  constructor(readonly found: T) {
    super('rehearsed');
  }
}

/** Runs work on the database and undoes everything it wrote; answers what it found. */
export async function rehearse<T>(database: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.found as T;
    throw error;
  }
}
