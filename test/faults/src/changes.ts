import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** What one run reports: see `tools/scale/org-changes.mjs`. */
export interface ChangesOutcome {
  passed: boolean;
  reviews: number;
  killedAt: { done: number; total: number };
  seconds: number;
  moves: number;
  repeated: { changes: number; messages: number; moves: number };
  findings: Record<string, number>;
}

/** The scale run with forty-three reviews, on the built product in a process of its own. What it says goes into the message when it gives no result. */
export async function importChangesBriefly(): Promise<ChangesOutcome> {
  const child = spawn(process.execPath, ['tools/scale/org-changes.mjs', '--people', '44'], { cwd: path.resolve(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (printed === '') throw new Error(`The run gave no result:\n${said}`);
  return JSON.parse(printed) as ChangesOutcome;
}
