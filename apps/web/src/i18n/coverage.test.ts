import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { VisitLine } from '@fairmark/contracts/reviews';
import { resources } from './resources.js';

/** The web app depends on contracts only. What the worker may send is read from its sources, so that a new word cannot be forgotten here. */
const root = path.resolve(__dirname, '../../../..');
const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file) && !/(\.test|testing|fixtures)/.test(file) && !file.includes('dist')).map((file) => readFileSync(path.join(root, folder, file), 'utf8'));
const found = (texts: readonly string[], pattern: RegExp): string[] => [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].sort();

const worker = [...sourcesOf('apps/worker/src'), ...sourcesOf('libs/persistence/src')];
const tables = sourcesOf('libs/domain/src/process');
const steps = found(tables, /^ {2}(\w+): step\(/gm);
const phases = found(tables, /: step\('(\w+)'/g);
const whys = found(worker, /\bwhy: '(\w+)'/g);
const mailed = found([readFileSync(path.join(root, 'apps/worker/src/mail/texts.ts'), 'utf8')], /^ {2}'([a-zA-Z.]+)': mail\(/gm).filter((kind) => !kind.startsWith('identity.'));
const noticeKinds = found(worker, /\bkind: '([a-zA-Z]+\.[a-zA-Z.]+)'/g).filter((kind) => !kind.startsWith('task.'));

/** Beginnings of audit actions that the state on a date shows; of an approval it names the act itself. */
const shown = found([readFileSync(path.join(root, 'libs/domain/src/history/cut.ts'), 'utf8')], /(\w+): '(?:timeline|goals|checkIns|selfReview|collaboration|scores|result|interview|appeal|buffer)'/g).filter((group) => group !== 'approval');
const recorded = found(worker, /\baction: '(\w+\.\w+)'/g).filter((action) => shown.includes(action.split('.')[0] ?? ''));

const { steps: words, notices, history } = resources['zh-CN'] as unknown as { steps: Record<string, Record<string, string>>; notices: { kind: Record<string, unknown> }; history: { recorded: Record<string, Record<string, string>> } };
const missing = (names: readonly string[], texts: Record<string, string> | undefined): string[] => names.filter((name) => typeof texts?.[name] !== 'string');
const kindText = (kind: string): unknown => kind.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), notices.kind);

describe('what the processes may say has a text', () => {
  test('every step and every phase', () => {
    expect(steps.length).toBeGreaterThan(35);
    expect(missing(steps, words['step'])).toEqual([]);
    expect(missing(phases, words['phase'])).toEqual([]);
  });

  test('every policy at a deadline', () => {
    expect(missing(VisitLine.shape.timeout.options, words['atDeadline'])).toEqual([]);
  });

  test('every reason for which a person is asked', () => {
    expect(whys.length).toBeGreaterThan(8);
    expect(missing(whys, words['why'])).toEqual([]);
  });

  test('every line of the record that the state on a date shows', () => {
    expect(recorded.length).toBeGreaterThan(80);
    expect(recorded.filter((action) => typeof history.recorded[action.split('.')[0] ?? '']?.[action.split('.')[1] ?? ''] !== 'string')).toEqual([]);
  });

  test('every kind of notice that is not about a task', () => {
    expect(mailed.length).toBeGreaterThan(25);
    expect([...mailed, ...noticeKinds].filter((kind) => typeof kindText(kind) !== 'string')).toEqual([]);
  });
});
