import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { identify, isAlive, isPortFree, listPidFiles, preferPort, readJson, startBackground, stopOrphans, takeLock, waitForExit, writeJson, writePidFile } from '@fairmark/tools/stack';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-processes-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const sleeper = () => startBackground({ command: 'sleep', args: ['300'], logFile: path.join(home, 'logs/sleep.log') });

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('orphans of a killed supervisor', () => {
  it('are stopped and forgotten', async () => {
    const { identity } = await sleeper();
    writePidFile(home, 'worker', identity.pid);
    expect(await stopOrphans(home)).toEqual(['worker']);
    expect(isAlive(identity)).toBe(false);
    expect(listPidFiles(home)).toEqual([]);
  });

  it('are killed when they do not listen', async () => {
    const script = "trap '' TERM; while :; do sleep 0.1; done";
    const { identity } = await startBackground({ command: 'sh', args: ['-c', script], logFile: path.join(home, 'logs/stubborn.log') });
    writePidFile(home, 'api', identity.pid);
    await stopOrphans(home, { graceMs: 300 });
    expect(isAlive(identity)).toBe(false);
  });

  it('leaves a process alone that was given the same number later', async () => {
    const { identity } = await sleeper();
    writePidFile(home, 'worker', identity.pid);
    const file = path.join(home, 'pids/worker.json');
    writeJson(file, { ...readJson(file), startTime: '1' });
    expect(await stopOrphans(home)).toEqual([]);
    expect(isAlive(identity)).toBe(true);
    process.kill(identity.pid, 'SIGKILL');
  });

  it('stops users of the database before the database', async () => {
    for (const name of ['postgres', 'api', 'temporal', 'worker']) writePidFile(home, name, (await sleeper()).identity.pid);
    expect(await stopOrphans(home)).toEqual(['api', 'worker', 'temporal', 'postgres']);
  });
});

describe('the lock on a data folder', () => {
  it('keeps a second instance out and is free afterwards', () => {
    const release = takeLock(home);
    expect(codeOf(() => takeLock(home))).toBe('HOME_IN_USE');
    release();
    takeLock(home)();
  });

  it('is taken over from a process that is gone', async () => {
    const child = spawn('true');
    const record = { pid: child.pid, startTime: '1', command: 'true' };
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(path.join(home, 'lock.json'), JSON.stringify(record));
    const release = takeLock(home);
    expect(readJson(path.join(home, 'lock.json')).pid).toBe(process.pid);
    release();
  });

  it('is taken over when it was cut short', () => {
    writeFileSync(path.join(home, 'lock.json'), '{"pid":');
    takeLock(home)();
  });
});

describe('processes and ports', () => {
  it('knows a running process and notices its end', async () => {
    const { identity } = await sleeper();
    expect(identify(identity.pid)?.command).toContain('sleep 300');
    process.kill(identity.pid, 'SIGKILL');
    expect(await waitForExit(identity, 5_000)).toBe(true);
    expect(identify(identity.pid)).toBeUndefined();
  });

  it('notices a taken port and gives another one', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await isPortFree(port)).toBe(false);
    expect(await preferPort(port)).not.toBe(port);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});
