import { expect, it } from '@jest/globals';
import { runBriefly } from './run.js';

it('finishes a cycle, with nothing lost or doubled, although worker, API, Temporal and PostgreSQL are killed in it', async () => {
  const { struck, ...rest } = await runBriefly();
  expect(rest).toMatchObject({ left: [], findings: [], violations: [], employees: 12, launched: 12, closed: 12 });
  expect(struck.map(({ kills }) => kills)).toEqual([['worker', 'temporal', 'api'], ['worker'], ['postgres']]);
});
