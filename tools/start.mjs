// `npm start`. Runs before anything is installed and on any Node from 20: Node's own modules only. The supervisor runs on the
// pinned Node.
import { ensureInstalled } from './setup/install.mjs';
import { onPinnedNode, runOnPinnedNode } from './setup/pinned.mjs';
import { StackError } from './stack/errors.mjs';
import { refuseHeld } from './stack/lock.mjs';
import { homeDir } from './stack/paths.mjs';
import { parseOptions, USAGE } from './supervisor/options.mjs';

function refuseEnvironment() {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new StackError('NODE', `Node ${process.versions.node} is too old. Install Node 20 or newer.`);
  if (process.env.NODE_ENV === 'production') throw new StackError('PRODUCTION', 'npm start makes its own secrets and loads a sample company; it does not run under NODE_ENV=production. See docs/run.md, "Production".');
}

async function start(argv) {
  refuseEnvironment();
  const options = parseOptions(argv);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  // Installing would replace the modules of a running instance.
  refuseHeld(homeDir());
  await ensureInstalled(console.log);
  if (!onPinnedNode()) return runOnPinnedNode('tools/start.mjs', argv, { ownGroup: true });
  const { main } = await import('./supervisor/main.mjs');
  return main(options);
}

try {
  process.exit(await start(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof StackError ? `Fairmark did not start. ${error.message}` : error);
  process.exit(1);
}
