// npm run test:faults: kills every process of a throw-away stack in every phase of a cycle of sixty people, and checks everything afterwards.
// Runs before anything is installed and on any Node from 20: Node's own modules only. The cycle runs on the pinned Node.
import { ensureInstalled } from '../setup/install.mjs';
import { onPinnedNode, runOnPinnedNode } from '../setup/pinned.mjs';

async function faults(argv) {
  await ensureInstalled(console.error);
  if (!onPinnedNode()) return runOnPinnedNode('tools/faults/main.mjs', argv, { ownGroup: true });
  const { main } = await import('./cli.mjs');
  return main(argv);
}

try {
  process.exit(await faults(process.argv.slice(2)));
} catch (error) {
  console.error(error);
  process.exit(1);
}
