import { setTimeout as sleep } from 'node:timers/promises';
import { roleAt } from './cast.mjs';
import { lengthsFor, periodAround, planOfSeconds, scheduleOf } from './plan.mjs';

/** Everybody whom HR finds in the organisation, by employee number. @param {import('./person.mjs').Person} hr */
async function everybody(hr) {
  const found = [];
  for (let page = 1; ; page++) {
    const { employees, total } = await hr.get(`/api/org/employees?page=${page}&pageSize=100`);
    found.push(...employees);
    if (found.length >= total || employees.length === 0) return found.sort((a, b) => (a.number < b.number ? -1 : 1));
  }
}

async function launch(hr, cycleId, say) {
  const preflight = await hr.get(`/api/cycles/${cycleId}/preflight`);
  if (preflight.blocking > 0) throw new Error(`The cycle cannot be launched: ${JSON.stringify(preflight.counts)}`);
  await hr.write('POST', `/api/cycles/${cycleId}/launch`, { expectedPeople: preflight.people });
  for (;;) {
    const cycle = await hr.get(`/api/cycles/${cycleId}`);
    if (cycle.state !== 'launching' && cycle.started === cycle.people) return cycle.people;
    say(`${cycle.started} of ${cycle.people} reviews have started`);
    await sleep(1_000);
  }
}

/** A file of bases that differ a little. */
const basesCsv = (people) => `${['number,base,previous_result', ...people.map(({ number }, place) => `${number},${10_000 + (place % 50) * 100},100`)].join('\n')}\n`;

/**
 * HR prepares and launches the cycle: plan, who knows the plan already, cycle, bases, budget.
 * @param {{ hr: import('./person.mjs').Person, sponsorIds: string[], say: (line: string) => void, atMost?: number, lengths?: ReturnType<typeof lengthsFor> }} of `atMost` people, those who came last to the company
 */
export async function prepare({ hr, sponsorIds, say, atMost = Infinity, lengths: given }) {
  const everyone = await everybody(hr);
  const people = everyone.filter(({ id }) => !sponsorIds.includes(id)).slice(-atMost).map((person, place) => ({ ...person, role: roleAt(place) }));
  const taking = new Set(people.map(({ id }) => id));
  const exclude = everyone.filter(({ id }) => !taking.has(id)).map(({ id }) => id);
  const lengths = given ?? lengthsFor(people.length);
  const code = `demonstration-${Date.now().toString(36)}`;
  const { versionId, findings, usable } = await hr.write('POST', '/api/plans', { document: planOfSeconds(await hr.get('/api/plans/reference'), lengths, code), overrides: [] });
  if (!usable) throw new Error(`The plan cannot be used: ${JSON.stringify(findings)}`);
  const known = people.filter(({ role }) => !role.shadow).map(({ id }) => ({ employeeId: id, cycles: 1 }));
  await hr.write('PUT', `/api/plans/${code}/experience`, { people: known, reason: 'They worked under this plan before it was kept here' });
  const period = periodAround(new Date());
  const none = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [] };
  const { id: cycleId } = await hr.write('POST', '/api/cycles', {
    name: { zh: '演示周期', en: 'Cycle of the demonstration' }, planVersionId: versionId, ...period, population: { ...none, exclude }, schedule: scheduleOf(lengths),
  });
  const bases = await hr.write('POST', '/api/rewards/bases', { cycleId, csv: basesCsv(people) });
  if (bases.issues.length > 0) throw new Error(`Reward bases were refused: ${JSON.stringify(bases.issues.slice(0, 3))}`);
  await hr.write('PUT', '/api/rewards/budget', { cycleId, budgetCents: people.length * 2_000_000 });
  const launched = await launch(hr, cycleId, say);
  return { cycleId, code, people, lengths, launched, ...period };
}
