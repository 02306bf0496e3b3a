import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findTemporal, homeDir, isAlive, setUpDatabase, startPostgres, startTemporal, withClient } from '@fairmark/tools/stack';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-servers-'));
  chmodSync(home, 0o711);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const options = () => ({ home, password: 'p:/@ä', ephemeral: true });
const passwords = { owner: 'o', app: 'a' };

/** SQLSTATE of a statement, undefined when it is carried out. */
const stateOf = (url: string, statement: string) =>
  withClient(url, async (client) => client.query(statement).then(() => undefined, (error: { code?: string }) => error.code));

describe('PostgreSQL', () => {
  it('keeps its data over a restart and leaves no process', async () => {
    const first = await startPostgres(options());
    await withClient(first.url(), async (client) => { await client.query('create table kept as select 42 as n'); });
    await first.stop();
    expect(isAlive(first.background.identity)).toBe(false);
    const second = await startPostgres(options());
    expect(await withClient(second.url(), async (client) => (await client.query('select n from kept')).rows)).toEqual([{ n: 42 }]);
    await second.stop();
  });

  it('gives the application role no way to change the audit', async () => {
    const server = await startPostgres(options());
    const { ownerUrl, appUrl } = await setUpDatabase(server.url, 'fairmark', passwords);
    await setUpDatabase(server.url, 'fairmark', passwords);
    for (const statement of ['create table public.things (id int)', 'create table audit.entries (id int generated always as identity, what text)']) expect(await stateOf(ownerUrl, statement)).toBeUndefined();

    expect(await stateOf(appUrl, "insert into audit.entries (what) values ('x') returning id")).toBeUndefined();
    expect(await stateOf(appUrl, 'insert into public.things values (1)')).toBeUndefined();
    expect(await stateOf(appUrl, 'create table bullmq.jobs (id int)')).toBeUndefined();
    const refused = ["update audit.entries set what = 'y'", 'delete from audit.entries', 'truncate audit.entries', 'alter table audit.entries add x int', 'drop table audit.entries', 'create table audit.more (id int)', 'create table public.more (id int)', 'create table ops.more (id int)', 'set role fairmark_owner'];
    for (const statement of refused) expect([statement, await stateOf(appUrl, statement)]).toEqual([statement, '42501']);
    await server.stop();
  });

  it('says in one line why it did not start', async () => {
    const server = await startPostgres(options());
    const second = startPostgres({ ...options(), port: server.port });
    await expect(second).rejects.toMatchObject({ code: 'POSTGRES_START' });
    await server.stop();
  });
});

describe('Temporal', () => {
  it('keeps its namespace over a restart and leaves no process', async () => {
    const cli = (await findTemporal({ home: homeDir() })).path;
    for (const start of [1, 2]) {
      const server = await startTemporal({ home, cli });
      expect([start, (await fetch(`${server.uiUrl}/api/v1/namespaces/fairmark`)).status]).toEqual([start, 200]);
      await server.stop();
      expect(isAlive(server.background.identity)).toBe(false);
    }
  });
});
