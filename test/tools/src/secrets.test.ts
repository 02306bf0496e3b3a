import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadSecrets } from '@fairmark/tools/stack';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'fairmark-secrets-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const mode = () => statSync(path.join(home, 'secrets.json')).mode & 0o777;

describe('secrets', () => {
  it('are made once, readable by their owner only', () => {
    const first = loadSecrets(home);
    expect(mode()).toBe(0o600);
    expect(Buffer.from(first.codec.keys[first.codec.activeKeyId] ?? '', 'base64')).toHaveLength(32);
    expect(loadSecrets(home)).toEqual(first);
  });

  it('close a file that was opened to others', () => {
    loadSecrets(home);
    chmodSync(path.join(home, 'secrets.json'), 0o644);
    loadSecrets(home);
    expect(mode()).toBe(0o600);
  });

  it('differ between installations', () => {
    expect(loadSecrets(path.join(home, 'a')).sessionSecret).not.toBe(loadSecrets(path.join(home, 'b')).sessionSecret);
  });

  it('are never replaced when damaged: running reviews would become unreadable', () => {
    loadSecrets(home);
    writeFileSync(path.join(home, 'secrets.json'), '{');
    expect(() => loadSecrets(home)).toThrow(expect.objectContaining({ code: 'SECRETS_DAMAGED' }));
  });
});
