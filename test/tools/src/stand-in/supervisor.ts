import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A supervisor in a process of its own, as `npm start` runs it, with stand-ins for API and worker. */
export interface SupervisorRun {
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** Waits until a text was printed; fails with the whole output when the supervisor ends before. */
  prints: (text: string) => Promise<void>;
  exitCode: Promise<number | null>;
  /** What happened to the stand-ins, in order. */
  events: () => string[];
}

/** @param environment FAIRMARK_HOME and PORT at least */
export function runSupervisor(environment: Record<string, string> & { FAIRMARK_HOME: string }): SupervisorRun {
  const events = `${environment.FAIRMARK_HOME}.events`;
  const child = fork(path.join(import.meta.dirname, 'run.mjs'), { env: { PATH: process.env['PATH'], EVENTS: events, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  let text = '';
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) stream.on('data', (chunk) => { text += String(chunk); child.emit('printed'); });
  // Not 'close': it does not come once the channel was closed from this side.
  const exitCode = Promise.all([once(child, 'exit'), ...streams.map((stream) => once(stream, 'end'))]).then(([[code]]) => code as number | null);
  const prints = async (wanted: string) => {
    while (!text.includes(wanted)) {
      const ended = await Promise.race([once(child, 'printed').then(() => false), exitCode.then(() => true)]);
      if (ended && !text.includes(wanted)) throw new Error(`ended without printing "${wanted}":\n${text}`);
    }
  };
  return { child, output: () => text, prints, exitCode, events: () => (existsSync(events) ? readFileSync(events, 'utf8').trim().split('\n') : []) };
}
