import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../stack/paths.mjs';

/** The caller's environment with the pinned tools, and the pinned Node among them, first on PATH. @param {NodeJS.ProcessEnv} [extra] */
export function toolEnv(extra = {}) {
  const bin = path.join(root, 'node_modules/.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** @typedef {{ ok: boolean, output: string, code: number | null }} RunResult */

/**
 * Runs a command without a terminal and keeps what it printed.
 * @param {string} command @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void, timeoutMs?: number, signal?: AbortSignal }} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd = root, env = {}, onOutput, timeoutMs, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: toolEnv(env), stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL', signal });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      onOutput?.(String(chunk));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}`, code: null }));
    child.once('close', (code) => resolve({ ok: code === 0, output, code }));
  });
}

/** Last lines of a command's output, for a message. @param {string} output @param {number} lines */
export const tail = (output, lines) => output.trimEnd().split('\n').slice(-lines).join('\n');
