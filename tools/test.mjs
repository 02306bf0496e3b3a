// `npm test`. Runs before anything is installed and on any Node from 20: Node's own modules only. The checks themselves are
// in checks/main.mjs and run on the pinned Node.
import { ensureInstalled } from './setup/install.mjs';
import { runOnPinnedNode } from './setup/pinned.mjs';

/** A failure that the checks could not count themselves. @param {string} what */
function fail(what) {
  console.log(`✗ ${what}\n0 passed, 1 failed`);
  process.exitCode = 1;
}

try {
  await ensureInstalled(console.log);
  const code = await runOnPinnedNode('tools/checks/main.mjs', []);
  if (code > 1) fail(`the checks ended with code ${code}`);
  else process.exitCode = code;
} catch (error) {
  fail(`dependencies\n${error?.message ?? error}`);
}
