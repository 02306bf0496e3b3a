import { randomUUID } from 'node:crypto';
import { until } from '../patience.mjs';
import { resolve } from '../resolve.mjs';

const today = () => new Date().toISOString().slice(0, 10);
/** Departments by what a scenario calls them. */
const placesOf = ({ stage, cast }) => {
  const { department } = stage.company.line(cast.subject.id);
  const other = stage.company.people.find((one) => one.department && one.department.id !== department.id && one.department.code.startsWith('ops'));
  return { ownDepartment: department, otherDepartment: other?.department };
};

/** HR reports a change of the organisation; it is over when every process has taken it in. @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row */
export async function change(play, row, as) {
  const body = resolve(row.change, { ...play.cast, ...placesOf(play) });
  const hr = as('hr2');
  const { id } = await hr.send('POST', '/api/changes', { json: { effectiveOn: today(), reason: '组织调整', ...body }, key: randomUUID() });
  await until('the change is taken in', async () => (await play.cast.hr2.get(`/api/changes/${id}`)).state === 'applied');
}
