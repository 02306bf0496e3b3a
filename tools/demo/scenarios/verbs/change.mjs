import { randomUUID } from 'node:crypto';
import { until } from '../patience.mjs';
import { resolve } from '../resolve.mjs';

const today = () => new Date().toISOString().slice(0, 10);
/** Departments by what a scenario calls them. */
const placesOf = ({ stage: { company }, cast }) => ({ ownDepartment: company.line(cast.subject.id).department, otherDepartment: company.elsewhere(cast.subject.id).department });

/** HR reports a change of the organisation; it is over when every process has taken it in. @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row */
export async function change(play, row, as) {
  const body = resolve(row.change, { ...play.cast, ...placesOf(play) });
  const hr = as('hr2');
  const { id } = await hr.send('POST', '/api/changes', { json: { effectiveOn: today(), reason: '组织调整', ...body }, key: randomUUID() });
  await until('the change is taken in', async () => (await play.cast.hr2.get(`/api/changes/${id}`)).state === 'applied');
}
