// npm run demo: one whole review cycle of the sample company on real servers, with steps of seconds, and a check of everything afterwards.
// Runs before anything is installed and on any Node from 20: Node's own modules only. The demonstration runs on the pinned Node.
import { ensureInstalled } from '../setup/install.mjs';
import { onPinnedNode, runOnPinnedNode } from '../setup/pinned.mjs';
import { StackError } from '../stack/errors.mjs';

/** The output of `--json` is one object: what is said before goes to the error stream. */
async function demo(argv) {
  await ensureInstalled(console.error);
  if (!onPinnedNode()) return runOnPinnedNode('tools/demo/main.mjs', argv, { ownGroup: true });
  const { main } = await import('./cli.mjs');
  return main(argv);
}

try {
  process.exit(await demo(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exit(1);
}
