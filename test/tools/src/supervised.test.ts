import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { identify, isAlive, listPidFiles } from '@fairmark/tools/stack';
import { Backoff, Group, startNodeProcess } from '@fairmark/tools/supervisor';

type ProcessIdentity = NonNullable<ReturnType<typeof identify>>;

const script = 'test/tools/src/stand-in/process.mjs';
let home: string;
let lines: string[];
let group: Group;
let heard: () => void;

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-supervised-'));
  lines = [];
  group = new Group(home, (line: string) => { lines.push(line); heard?.(); });
});
afterEach(async () => {
  group.kill();
  await group.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Waits until the group reports a line. */
async function reports(text: string) {
  while (!lines.some((line) => line.includes(text))) await new Promise<void>((resolve) => { heard = resolve; });
}

const service = (name: string, behaviour = '') => ({
  name,
  start: (signal: AbortSignal) => startNodeProcess(home, { name, script, env: { ...process.env, NAME: name, EVENTS: path.join(home, 'events'), BEHAVIOUR: behaviour }, graceMs: 200 }, signal),
});
const quick = () => new Backoff({ firstMs: 1, maxMs: 4 });
const record = (name: string) => listPidFiles(home).find((entry) => entry.name === name) as ProcessIdentity;

describe('waits between restarts', () => {
  it('grow up to a limit and begin anew after a sound run', () => {
    const backoff = new Backoff({ firstMs: 500, maxMs: 3_000 });
    expect([0, 0, 0, 0, 59_999].map((ran) => backoff.next(ran))).toEqual([500, 1_000, 2_000, 3_000, 3_000]);
    expect(backoff.next(60_000)).toBe(500);
  });
});

describe('a supervised process', () => {
  it('is started again when it dies, and stopped for good afterwards', async () => {
    await group.add(service('worker'), quick());
    const first = record('worker');
    process.kill(first.pid, 'SIGKILL');
    await reports('worker runs again');
    expect(lines[0]).toBe('worker ended (SIGKILL); starting it again in 0.001 s');
    const second = record('worker');
    expect(second.pid).not.toBe(first.pid);
    await group.stop();
    expect([isAlive(second), listPidFiles(home)]).toEqual([false, []]);
  });

  it('is tried again while it does not start, until it does', async () => {
    let refusing = false;
    const flaky = { name: 'worker', start: (signal: AbortSignal) => service('worker', refusing ? 'refuses' : '').start(signal) };
    await group.add(flaky, quick());
    refusing = true;
    process.kill(record('worker').pid, 'SIGKILL');
    await reports('cannot open the thing it needs');
    refusing = false;
    await reports('worker runs again');
  });

  it('can be stopped while it is being started again', async () => {
    await group.add(service('worker'), new Backoff({ firstMs: 60_000 }));
    process.kill(record('worker').pid, 'SIGKILL');
    await reports('starting it again in 60 s');
    await group.stop();
    expect(lines).toHaveLength(1);
  });

  it('fails its first start with its last words and leaves nothing behind', async () => {
    await expect(group.add(service('api', 'refuses'))).rejects.toMatchObject({ code: 'PROCESS_START', message: expect.stringContaining('cannot open the thing it needs') });
    expect(listPidFiles(home)).toEqual([]);
  });

  it('is killed when it does not leave in time', async () => {
    await group.add(service('worker', 'stubborn'), quick());
    const identity = record('worker');
    await group.stop();
    expect(isAlive(identity)).toBe(false);
  });
});
