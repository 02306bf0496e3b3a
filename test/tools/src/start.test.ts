import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findTemporal, freePort, homeDir, isAlive, listPidFiles, setUpDatabase, startPostgres, startTemporal, withClient, writeJson } from '@fairmark/tools/stack';
import { runSupervisor, type SupervisorRun } from './stand-in/supervisor.js';

let base: string;
let home: string;
let runs: SupervisorRun[];
let port: number;

beforeEach(async () => {
  base = mkdtempSync(path.join(os.tmpdir(), 'fairmark-start-'));
  chmodSync(base, 0o711);
  home = path.join(base, 'home');
  port = await freePort();
  runs = [];
});
afterEach(async () => {
  for (const { child, exitCode } of runs) {
    child.kill('SIGKILL');
    await exitCode;
  }
  for (const { pid } of listPidFiles(home)) process.kill(pid, 'SIGKILL');
  rmSync(base, { recursive: true, force: true });
});

function start(extra: Record<string, string> = {}) {
  const run = runSupervisor({ FAIRMARK_HOME: home, PORT: String(port), TEMPORAL_CLI_PATH: cli, ...extra });
  runs.push(run);
  return run;
}
const READY = 'Fairmark is ready: http://127.0.0.1:';
const pids = () => listPidFiles(home).map(({ name, pid }) => ({ name: String(name), pid: Number(pid) }));
const pidOf = (name: string) => pids().find((entry) => entry.name === name)?.pid ?? 0;

let cli: string;
beforeAll(async () => {
  cli = (await findTemporal({ home: homeDir() })).path;
});

describe('the whole stack with its own servers', () => {
  it('starts and stops in order, keeps others out, and brings back what dies', async () => {
    const run = start();
    await run.prints(READY);
    expect(pids().map(({ name }) => name)).toEqual(['api', 'worker', 'temporal', 'postgres']);

    const second = start();
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain('Fairmark already runs on');

    for (const name of ['api', 'temporal', 'postgres']) {
      process.kill(pidOf(name), 'SIGKILL');
      await run.prints(`${name} runs again`);
    }
    expect(run.output()).toMatch(/^Fairmark is ready: \S+ \| API reference \S+\/api\/reference \| queue board \S+\/admin\/queues \| Temporal UI http:\S+ \| first administrator .*\/setup#once$/m);
    const alive = listPidFiles(home);
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    const events = run.events();
    expect([events[0], events.slice(1, 4).sort()]).toEqual(['migrated', ['api ready', 'api ready', 'worker ready']]);
    expect(events.slice(4)).toEqual(['api leaves on SIGTERM', 'worker leaves on SIGTERM']);
    expect([alive.filter(isAlive), pids(), existsSync(path.join(home, 'lock.json'))]).toEqual([[], [], false]);
  });

  it('cleans up after a killed supervisor and goes on with the same data', async () => {
    const killed = start();
    await killed.prints(READY);
    const left = listPidFiles(home);
    killed.child.kill('SIGKILL');
    await killed.exitCode;

    const next = start();
    await next.prints(READY);
    expect(next.output()).toMatch(/stopped what the last run left behind: .*temporal, postgres/);
    expect(left.filter(isAlive)).toEqual([]);
    next.child.kill('SIGTERM');
    expect(await next.exitCode).toBe(0);
    expect(pids()).toEqual([]);
  });
});

describe('the stack with given servers', () => {
  const passwords = { owner: 'owner-password', app: 'app-password' };
  let given: Record<string, string>;
  let ownerUrl: string;
  let superuserUrl: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'fairmark-given-'));
    chmodSync(dir, 0o711);
    const [postgres, temporal] = await Promise.all([startPostgres({ home: dir, password: 'given', ephemeral: true }), startTemporal({ home: dir, cli, ephemeral: true })]);
    const urls = await setUpDatabase(postgres.url, 'fairmark', passwords);
    ownerUrl = urls.ownerUrl;
    superuserUrl = postgres.url();
    given = { DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl, TEMPORAL_ADDRESS: temporal.address };
    stop = async () => {
      await Promise.all([postgres.stop('immediate'), temporal.stop()]);
      rmSync(dir, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());

  it('starts only API and worker, and stops when npm or the first Node is gone', async () => {
    const run = start({ ...given, TEMPORAL_NAMESPACE: 'another' });
    await run.prints(READY);
    expect(pids().map(({ name }) => name)).toEqual(['api', 'worker']);
    run.child.disconnect();
    expect(await run.exitCode).toBe(0);
    expect(pids()).toEqual([]);
  });

  it('ends at once on the second Ctrl-C, which is not the echo of the first', async () => {
    const run = start({ ...given, BEHAVIOUR: 'stubborn' });
    await run.prints(READY);
    const alive = listPidFiles(home);
    run.child.kill('SIGINT');
    await run.prints('Stopping');
    run.child.kill('SIGINT');
    const press = setInterval(() => run.child.kill('SIGINT'), 100);
    expect(await run.exitCode).toBe(130);
    clearInterval(press);
    expect(run.output().match(/Stopping/g)).toHaveLength(1);
    expect([alive.filter(isAlive), pids(), existsSync(path.join(home, 'lock.json'))]).toEqual([[], [], false]);
  });

  it('starts nothing when a process cannot start, and says its last words', async () => {
    const run = start({ ...given, BEHAVIOUR: 'refuses' });
    expect(await run.exitCode).toBe(1);
    expect(run.output()).toMatch(/^Fairmark did not start\. The worker did not start: .*cannot open the thing it needs.*log: /m);
    expect(pids()).toEqual([]);
  });

  it('refuses tables of a newer version', async () => {
    await withClient(ownerUrl, async (client) => {
      await client.query('create table ops.mikro_orm_migrations (name text)');
      await client.query("insert into ops.mikro_orm_migrations values ('Migration20991231000000FromTheFuture')");
    });
    const run = start(given);
    await withClient(ownerUrl, (client) => run.exitCode.then(() => client.query('drop table ops.mikro_orm_migrations')));
    expect(run.output()).toMatch(/^Fairmark did not start\. The data in .* newer version \(Migration20991231000000FromTheFuture;/m);
    expect(run.events()).toEqual([]);
  });

  it('refuses a role that cannot make the two roles', async () => {
    const run = start({ ...given, DATABASE_OWNER_URL: '' });
    expect(await run.exitCode).toBe(1);
    expect(run.output()).toContain('DATABASE_URL is set without DATABASE_OWNER_URL');
  });

  // Last: it gives the roles other passwords.
  it('makes roles and database itself with the address of a superuser', async () => {
    const run = start({ TEMPORAL_ADDRESS: given['TEMPORAL_ADDRESS'] ?? '', DATABASE_URL: superuserUrl.replace(/\/postgres$/, '/brandnew') });
    await run.prints(READY);
    expect(await withClient(superuserUrl, async (client) => (await client.query("select rolname from pg_database join pg_roles r on r.oid = datdba where datname = 'brandnew'")).rows)).toEqual([{ rolname: 'fairmark_owner' }]);
  });
});

describe('a start that cannot succeed', () => {
  const refused = async (extra: Record<string, string>) => {
    const run = start(extra);
    expect(await run.exitCode).toBe(1);
    expect(run.output().trim().split('\n')).toHaveLength(1);
    expect(pids()).toEqual([]);
    return run.output();
  };

  it('names a taken port and another one', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const taken = (server.address() as AddressInfo).port;
    expect(await refused({ PORT: String(taken) })).toMatch(new RegExp(`Port ${taken} .* is taken .*--port`));
    await new Promise((resolve) => server.close(resolve));
    expect(existsSync(path.join(home, 'lock.json'))).toBe(false);
  });

  it('names a folder that cannot be made', async () => {
    writeFileSync(path.join(base, 'file'), '');
    expect(await refused({ FAIRMARK_HOME: path.join(base, 'file', 'home') })).toMatch(/Cannot make the folder .*FAIRMARK_HOME/);
  });

  it('refuses a data folder of a newer version', async () => {
    mkdirSync(home);
    writeJson(path.join(home, 'home.json'), { format: 99, version: '9.0.0' });
    expect(await refused({})).toMatch(/made by a newer version \(Fairmark 9\.0\.0/);
  });

  it('does not replace lost secrets of an existing installation', async () => {
    mkdirSync(home);
    writeJson(path.join(home, 'where.json'), { postgres: 'postgres' });
    expect(await refused({})).toContain('no secrets.json');
  });

  it('names a server that does not answer', async () => {
    const nobody = await freePort();
    expect(await refused({ TEMPORAL_ADDRESS: `127.0.0.1:${nobody}`, DATABASE_URL: `postgres://x:y@127.0.0.1:${nobody}/x` })).toContain('cannot be used');
    expect(await refused({ REDIS_URL: `redis://127.0.0.1:${nobody}` })).toContain(`REDIS_URL (127.0.0.1:${nobody}) does not answer`);
  });
});
