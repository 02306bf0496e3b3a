import { startTestStack } from './test-stack.mjs';

/**
 * Jest global set-up: one throw-away PostgreSQL for the project, unless the whole run already brought one. A project that also
 * needs a Temporal development server says so with `globals: { needsTemporal: true }` in its configuration.
 */
export default async function globalSetup(_globalConfig, projectConfig) {
  if (process.env.TEST_DATABASE_URL) return;
  const stack = await startTestStack({ temporal: projectConfig?.globals?.needsTemporal === true });
  Object.assign(process.env, stack.env);
  globalThis.fairmarkTestStack = stack;
}
