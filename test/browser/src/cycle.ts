import type { CycleCreated, CyclePeople, PreflightView } from '@fairmark/contracts/cycles';
import type { PlanDocument, PlanUploaded } from '@fairmark/contracts/plans';
import type { Client } from './client.js';
import { sampleFile } from './running.js';
import { until } from './until.js';

const seconds = (n: number) => ({ n, unit: 'second' as const });
/** Long enough for people who act in a browser on a busy machine; what nobody acts in ends soon. */
const LENGTHS: Record<string, number> = { collaborators: 2, collaboratorInput: 2 };

/** The reference plan with steps of seconds. */
function planOfSeconds(reference: PlanDocument): unknown {
  const steps = Object.fromEntries(Object.entries(reference.steps).map(([step, rule]) => [step, { ...rule, duration: seconds(LENGTHS[step] ?? 1_800), remindBefore: [] }]));
  const lead = { duration: seconds(1), remindBefore: [] };
  return { ...reference, code: 'browser', name: { zh: '浏览器测试方案', en: 'Plan of the browser test' }, steps: { ...steps, publicationLead: { ...reference.steps.publicationLead, ...lead }, interviewFloor: { ...reference.steps.interviewFloor, ...lead } } };
}

/** Three whole months around a day, in which the values of the sample lie. */
function quarterOf(today: Date): { periodStart: string; periodEnd: string } {
  const first = Math.floor(today.getUTCMonth() / 3) * 3;
  const day = (month: number, offset = 0): string => new Date(Date.UTC(today.getUTCFullYear(), month, 1) - offset).toISOString().slice(0, 10);
  return { periodStart: day(first), periodEnd: day(first + 3, 86_400_000) };
}

/** HR launches a cycle for one person. */
export async function launchFor(hr: Client, employeeId: string): Promise<{ cycleId: string; reviewId: string }> {
  const { versionId } = await hr.send<PlanUploaded>('POST', '/api/plans', { document: planOfSeconds(await hr.get<PlanDocument>('/api/plans/reference')), overrides: [] });
  await hr.send('PUT', '/api/plans/browser/experience', { people: [{ employeeId, cycles: 1 }], reason: 'Known before' });
  // A filter that nobody passes, and one person by name.
  const none = { departmentIds: [], positions: ['none'], regions: [], communityTypes: [], exclude: [] };
  const { id: cycleId } = await hr.send<CycleCreated>('POST', '/api/cycles', {
    name: { zh: '浏览器测试周期', en: 'Cycle of the browser test' }, planVersionId: versionId, ...quarterOf(new Date()), population: { ...none, employeeIds: [employeeId] }, schedule: { period: { after: seconds(5) } },
  });
  await hr.send('POST', '/api/rewards/bases', { cycleId, csv: sampleFile('reward-bases.csv').toString('utf8') });
  await hr.upload('/api/metrics/imports?dryRun=false', 'values.csv', sampleFile('indicator-values.csv'));
  const { people, blocking, counts } = await hr.get<PreflightView>(`/api/cycles/${cycleId}/preflight`);
  if (blocking > 0) throw new Error(`The cycle cannot be launched: ${JSON.stringify(counts)}`);
  await hr.send('POST', `/api/cycles/${cycleId}/launch`, { expectedPeople: people });
  const reviewId = await until('the review starts', async () => (await hr.get<CyclePeople>(`/api/cycles/${cycleId}/people`)).people.find((one) => one.reviewId)?.reviewId);
  return { cycleId, reviewId };
}
