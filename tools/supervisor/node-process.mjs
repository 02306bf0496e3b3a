import path from 'node:path';
import { logTail, pinnedNode, removePidFile, root, StackError, startBackground, stopBackground, writePidFile } from '../stack/index.mjs';

/** Resolves once the process says `{ ready: true }` over its channel; false when it ends, takes too long or is given up. */
function saysReady(child, { withinMs, signal }) {
  return new Promise((resolve) => {
    const giveUp = () => done(false);
    const listen = (message) => { if (message?.ready === true) done(true); };
    const timer = setTimeout(giveUp, withinMs);
    const done = (ready) => {
      clearTimeout(timer);
      child.off('message', listen).off('exit', giveUp);
      signal.removeEventListener('abort', giveUp);
      resolve(ready);
    };
    child.on('message', listen).once('exit', giveUp);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted || child.exitCode !== null || child.signalCode !== null) giveUp();
  });
}

/**
 * @typedef {object} NodeProcess
 * @property {string} name also of its pid file and log
 * @property {string} script relative to the root
 * @property {NodeJS.ProcessEnv} env
 * @property {number} [readyWithinMs] @property {number} [graceMs] how long it may drain before it is killed
 */

/**
 * Starts one of our own processes. It is ready when it says so, and drains and leaves on SIGTERM or when its channel closes,
 * which is how it notices a killed supervisor.
 * @param {string} home @param {NodeProcess} options @param {AbortSignal} signal
 * @returns {Promise<import('./supervised.mjs').Running>} @throws {StackError} PROCESS_START
 */
export async function startNodeProcess(home, { name, script, env, readyWithinMs = 90_000, graceMs = 20_000 }, signal) {
  const background = await startBackground({ command: pinnedNode(), args: [path.join(root, script)], logFile: path.join(home, `logs/${name}.log`), cwd: root, env, ipc: true });
  writePidFile(home, name, background.identity.pid);
  const stop = async () => {
    await stopBackground(background, 'SIGTERM', graceMs);
    removePidFile(home, name);
  };
  if (await saysReady(background.child, { withinMs: readyWithinMs, signal })) return { background, stop };
  await stop();
  throw new StackError('PROCESS_START', `The ${name} did not start: ${logTail(background.logFile, 3) || 'it did not become ready'} (log: ${background.logFile})`);
}
