import { startTestStack } from './test-stack.mjs';

/** Jest global set-up: one throw-away PostgreSQL for the project, unless the whole run already brought one. */
export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const stack = await startTestStack();
  Object.assign(process.env, stack.env);
  globalThis.fairmarkTestStack = stack;
}
