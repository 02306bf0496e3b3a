import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, test } from '@jest/globals';
import { parseOptions } from '@fairmark/tools/demo/options.mjs';
import { SCENARIOS } from '@fairmark/tools/demo/scenarios/index.mjs';
import { scenarioTable, unfulfilled } from '@fairmark/tools/demo/scenarios/report.mjs';

const root = path.join(__dirname, '../../..');
/** One of each sort: a decision, a race, a substitute, a leaver, an added person. All of them are played by `npm run demo -- --scenario approvals`. */
const FEW = ['approve', 'addBefore', 'delegationByPerson', 'anyOfAtOnce', 'leaverHandsOver'];
const STARTS_AND_PLAYS_MS = 240_000;

test(
  'a few scenarios go as their tables state, on servers of their own',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['tools/demo/main.mjs', '--scenario', 'approvals', '--only', FEW.join(), '--people', '40', '--json'], { cwd: root, timeout: STARTS_AND_PLAYS_MS });
    const { scenarios, violations } = JSON.parse(stdout) as { scenarios: { name: string; ok: boolean; why: string }[]; violations: unknown[] };
    expect(scenarios.map(({ name, ok, why }) => [name, ok || why]).sort()).toEqual(FEW.map((name) => [name, true]).sort());
    expect(violations).toEqual([]);
  },
  STARTS_AND_PLAYS_MS + 10_000,
);

describe('the tables', () => {
  it('are at least thirty, each under a name of its own', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  });

  type Stands = { stands: Record<string, unknown> };
  type Row = Partial<Stands> & { by?: string; either?: Record<string, Stands> };
  test.each(SCENARIOS.map(({ name, cast, course }) => [name, cast, course as unknown as Row[]] as const))('%s says something of everybody after every row', (_name, cast, course) => {
    for (const row of course) {
      const wanted = [...cast].sort();
      for (const { stands } of row.either ? Object.values(row.either) : [row as Stands]) expect(Object.keys(stands).map((part) => ({ winner: 'a', loser: 'b' })[part] ?? part).sort()).toEqual(wanted);
      if (row.by) expect(cast).toContain(row.by);
    }
  });
});

describe('the command', () => {
  const verdict = (count: number, more = {}) => ({ scenarios: Array.from({ length: count }, (_, no) => ({ name: `s${no}`, ok: true, why: '同意' })), violations: [], ...more });

  it('takes the name of a demonstration, and of scenarios', () => {
    expect(parseOptions(['--scenario', 'approvals', '--only', 'approve,reject'])).toMatchObject({ scenario: 'approvals', only: ['approve', 'reject'], people: 120 });
    expect(parseOptions([])).toMatchObject({ scenario: 'cycle', people: 60 });
    expect(() => parseOptions(['--scenario', 'nothing'])).toThrow(/cycle, approvals/);
  });

  it('fails with too few scenarios, one that went otherwise, or a violation', () => {
    expect(unfulfilled(verdict(30), {})).toEqual([]);
    expect(unfulfilled(verdict(29), {})).toHaveLength(1);
    expect(unfulfilled(verdict(2), { only: ['s0', 's1'] })).toEqual([]);
    expect(unfulfilled(verdict(30, { violations: [{ name: 'disagreement', detail: 'x' }] }), {})).toEqual(['disagreement: x']);
    const otherwise = verdict(30);
    Object.assign(otherwise.scenarios[3] as object, { ok: false, why: 'row 1: x' });
    expect(unfulfilled(otherwise, {})).toEqual(['s3: row 1: x']);
    expect(scenarioTable(otherwise)).toContain('29 of 30 scenarios as stated, 0 violations');
  });
});
