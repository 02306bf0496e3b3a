import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { exportPayroll } from '@fairmark/persistence/rewards';
import { startResults, type Results } from './testing.js';

jest.setTimeout(30_000);

let t: Results;
beforeAll(async () => {
  t = await startResults();
});
afterAll(() => t.stop());
beforeEach(() => t.forgetTimers());

describe('rewards', () => {
  test('are paid once each with a key; the team pool is conserved and a second export adds nothing', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    await t.hold(d, d.managers[0], person);
    await t.driver.advanceTo('2026-09-15T16:00:00.000Z');
    const rows = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(rows).toHaveLength(4);
    expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(4_000_000);
    expect(new Set(rows.map((row) => row.key)).size).toBe(4);
    const again = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(again).toEqual(rows);
  });

  test('that were adjusted come as a difference, never as a second full line, and change nobody else', async () => {
    const d = await t.published();
    const [person] = d.reports[0] as [string];
    const before = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    await t.database.read.run(sql`insert into ratings (review_id, no, source, total_centi, band, created_at) values (${d.reviewOf(person).id}, 2, 'appeal', 9600, 'A', now())`);
    const after = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    const added = after.filter((row) => !before.some((known) => known.key === row.key));
    expect(added).toMatchObject([{ reviewId: d.reviewOf(person).id, kind: 'difference', cents: 180_000 }]);
    expect(after).toHaveLength(5);
  });

  test('of a shadow cycle pay the guaranteed coefficient whatever the band', async () => {
    const d = await t.published({ shadow: true });
    const rows = await t.database.transaction((tx) => exportPayroll(tx, d.cycleId, null, t.driver.now));
    expect(rows.map((row) => row.cents)).toEqual(Array.from({ length: 4 }, () => 1_000_000));
  });
});
