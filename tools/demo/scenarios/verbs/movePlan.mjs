import { randomUUID } from 'node:crypto';
import { until } from '../patience.mjs';

const REASON = '权重有误，改用新版本';
/** Basis points that the new version moves from the second item of every sheet to the first. */
const MOVED_BP = 100;

function withOtherWeights(document) {
  const sheets = document.sheets.map(({ items: [first, second, ...rest], ...sheet }) => ({ ...sheet, items: [{ ...first, weightBp: first.weightBp + MOVED_BP }, { ...second, weightBp: second.weightBp - MOVED_BP }, ...rest] }));
  return { ...document, sheets };
}

/** A second version of the cycle's plan; the same content again is the same version. */
async function otherVersion({ stage: { company, cycle } }) {
  const first = await company.hr.get(`/api/plans/${cycle.code}/versions/1`);
  return (await company.hr.write('POST', '/api/plans', { document: withOtherWeights(first.document), overrides: [] })).versionId;
}

/** Until every review of the move has been told. */
const told = ({ stage: { cycle }, cast }, moveId) => until('the reviews are told', async () => {
  const { moves } = await cast.hr.get(`/api/cycles/${cycle.cycleId}/plan-moves`);
  const found = moves.find(({ id }) => id === moveId);
  return found && found.counts.pending === 0 ? found : undefined;
});

const onCycle = ({ stage: { cycle } }, person, action, json) => person.send('POST', `/api/processes/cycle/${cycle.cycleId}/${action}`, { json, key: randomUUID() });

/** HR moves the subject's review to another version of its plan. @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row */
export async function movePlan(play, row, as) {
  const planVersionId = await otherVersion(play);
  const { details } = await onCycle(play, as('hr'), 'movePlan', { planVersionId, choice: row.movePlan, target: { kind: 'people', employeeIds: [play.cast.subject.id] }, reason: REASON });
  play.kept.moveId = details.moveId;
  await told(play, details.moveId);
}

/** HR takes the last move back. @param {import('../play.mjs').Play} play */
export async function takeMoveBack(play, _row, as) {
  const { moveId } = play.kept;
  await onCycle(play, as('hr'), 'revertPlanMove', { moveId, reason: '先不变' });
  await until('the move is taken back', async () => (await told(play, moveId)).counts.reverted > 0);
}
