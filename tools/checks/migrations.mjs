// npm run migrations:check: all migrations on an empty database give the schema that the entities describe.
import { run } from '../setup/run.mjs';
import { startTestStack } from '../testing/test-stack.mjs';

const stack = await startTestStack();
try {
  const result = await run('node', ['apps/api/dist/migrations-check.js'], { env: { DATABASE_OWNER_URL: stack.env.TEST_DATABASE_OWNER_URL } });
  process.stdout.write(result.output);
  process.exitCode = result.ok ? 0 : 1;
} finally {
  await stack.stop();
}
