import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** What one run reports: see `tools/faults`. */
export interface FaultsOutcome {
  struck: { name: string; kills: string[]; at: number; seconds: number }[];
  left: string[];
  findings: string[];
  employees: number;
  launched: number;
  closed: number;
  violations: { name: string; detail: string }[];
}

/** Runs the brief course on the built product in a process of its own, as `npm run test:faults` runs the whole one. What it says goes into the message when it fails. */
export async function runBriefly(): Promise<FaultsOutcome> {
  const child = spawn(process.execPath, ['tools/faults/main.mjs', '--brief', '--built', '--json'], { cwd: path.resolve(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (printed === '') throw new Error(`The run gave no result:\n${said}`);
  return JSON.parse(printed) as FaultsOutcome;
}
