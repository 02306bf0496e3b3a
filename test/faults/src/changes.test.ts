import { expect, it } from '@jest/globals';
import { importChangesBriefly } from './changes.js';

it('takes an import of organisation changes into every open review once, although worker and API are killed halfway and everything is repeated', async () => {
  const { killedAt, repeated, moves, ...rest } = await importChangesBriefly();
  expect(rest).toMatchObject({ passed: true, reviews: 43, findings: {} });
  expect(killedAt.done).toBeLessThan(killedAt.total);
  expect(moves).toBeGreaterThan(0);
  expect(repeated).toMatchObject({ changes: 0, moves: 0 });
});
