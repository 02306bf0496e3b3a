import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pinnedNode, root } from '../stack/paths.mjs';
import { watchNpm } from './parent.mjs';
import { toolEnv } from './run.mjs';

/** Whether this process runs on the pinned Node, or there is none for this platform. */
export const onPinnedNode = () => realpathSync(pinnedNode()) === realpathSync(process.execPath);

/**
 * Runs one of this repository's scripts on the pinned Node, with this terminal.
 * @param {string} script relative to the root @param {string[]} args
 * @param {{ ownGroup?: boolean }} [options] `ownGroup`: only this process hears the terminal's Ctrl-C and passes it on; the
 *   script notices this process's death by its channel
 * @returns {Promise<number>} exit code; 128 + n after signal n, as in a shell
 */
export function runOnPinnedNode(script, args, { ownGroup = false } = {}) {
  const stdio = /** @type {const} */ (['inherit', 'inherit', 'inherit', ...(ownGroup ? ['ipc'] : [])]);
  const child = spawn(pinnedNode(), [path.join(root, script), ...args], { stdio, env: toolEnv(), detached: ownGroup });
  const passOn = (signal) => child.kill(signal);
  process.on('SIGINT', ownGroup ? passOn : () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  watchNpm(() => passOn('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 1)));
  });
}
