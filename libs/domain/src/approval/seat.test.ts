import { expect, test } from '@jest/globals';
import { openVisits } from './effects.js';
import { sitsForDirectManager } from './seat.js';
import { Case, definition, node, resolution, submission } from './testing.js';

const lineManager = (level: number) => ({ approvers: [{ type: 'lineManager' as const, level }, { type: 'departmentHead' as const }] });
const sits = (run: Case, person: string) => openVisits(run.state).some((visit) => sitsForDirectManager(run.definition, run.state, visit.id, person));

test('the seat of the direct manager is found by its source, not by the name of its node', () => {
  const run = new Case(definition([node('anything', 'allOf', 2, lineManager(1)), node('manager', 'allOf', 2, lineManager(2))]), submission(resolution({ anything: [['m'], ['d']], manager: [['b'], ['e']] })));
  expect([sits(run, 'm'), sits(run, 'd'), sits(run, 'b')]).toEqual([true, false, false]);
  run.approve('m');
  expect(sits(run, 'm')).toBe(false);
  run.approve('d');
  expect([run.waiting, sits(run, 'b')]).toEqual([['b', 'e'], false]);
});
