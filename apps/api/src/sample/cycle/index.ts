import { setTimeout } from 'node:timers/promises';
import { type CreateCycle, CycleCreated, CycleLaunched, CycleList, CycleView, PreflightView } from '@fairmark/contracts/cycles';
import { MetricImportResult } from '@fairmark/contracts/metrics';
import { EmployeeList } from '@fairmark/contracts/org';
import { PlanDocument, PlanList, PlanUploaded } from '@fairmark/contracts/plans';
import { RewardBasesImported } from '@fairmark/contracts/rewards';
import type { SampleCompany } from '../company/index.js';
import { batchOf, quarterMetrics } from '../data.js';
import type { Recipe, SampleAccount } from '../files.js';
import { sampleRewardBases } from '../rewardBases.js';
import { SampleClient } from './client.js';
import { submitGoals } from './goals.js';
import { quarterBefore, sampleQuarter } from '../period.js';

/** Where the first cycle of the sample company is started. */
export interface SampleCycle {
  /** Address of the running API. */
  url: string;
  company: SampleCompany;
  accounts: readonly SampleAccount[];
  recipe: Recipe;
  /** Stops waiting. */
  signal?: AbortSignal;
}

/** Reviews of 60 people are there after seconds; a slow machine may take longer, a broken one never ends. */
const launchWaitMs = 300_000;

/**
 * Starts the first cycle as people would, over HTTP: HR uploads the reference plan, creates and launches the cycle, some people submit their
 * goals, so that some wait for the manager of the accounts file. What is there already stays.
 */
export async function startSampleCycle(sample: SampleCycle): Promise<void> {
  const hr = await SampleClient.signIn(sample.url, accountOf(sample, sample.company.roles.hr[0]));
  const { cycles } = await hr.get('/api/cycles', CycleList);
  const cycleId = cycles[0]?.id ?? (await createCycle(hr, sample));
  await importData(hr, sample, cycleId);
  await launch(hr, cycleId, sample.signal);
  for (const [index, number] of submitters(sample.company).entries()) await submitGoals(sample.url, accountOf(sample, number), cycleId, index);
}

async function createCycle(hr: SampleClient, { company, recipe }: SampleCycle): Promise<string> {
  const { plans } = await hr.get('/api/plans', PlanList);
  const version = plans[0]?.versions[0]?.id ?? (await hr.post('/api/plans', { document: await hr.get('/api/plans/reference', PlanDocument) }, PlanUploaded)).versionId;
  const { year, quarter, periodStart, periodEnd } = sampleQuarter(recipe.today);
  const [top] = company.roles.sponsor;
  const { employees } = await hr.get(`/api/org/employees?search=${top}`, EmployeeList);
  const body: CreateCycle = {
    name: { zh: `${year} 年第 ${quarter} 季度绩效周期`, en: `Review cycle Q${quarter} ${year}` }, planVersionId: version, periodStart, periodEnd, schedule: {},
    // Nobody scores the head of the company.
    population: { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: employees.map((person) => person.id) },
  };
  return (await hr.post('/api/cycles', body, CycleCreated)).id;
}

/** Reward bases, so that everybody sees what each result would pay, and last quarter's values, so that targets can be compared. Both only once. */
async function importData(hr: SampleClient, { company, recipe }: SampleCycle, cycleId: string): Promise<void> {
  const csv = new TextDecoder().decode(sampleRewardBases(company.organisation, recipe.seed, recipe.today));
  const bases = await hr.post('/api/rewards/bases', { cycleId, csv }, RewardBasesImported);
  const last = quarterBefore(sampleQuarter(recipe.today));
  const values = await hr.upload('/api/metrics/imports?dryRun=false', `${batchOf(last)}.csv`, quarterMetrics(company, recipe, last), MetricImportResult);
  const issues = [...bases.issues, ...(values.state === 'refused' ? values.issues : [])];
  if (issues.length > 0) throw new Error(`Sample data was refused: ${JSON.stringify(issues.slice(0, 3))}`);
}

async function launch(hr: SampleClient, cycleId: string, signal?: AbortSignal): Promise<void> {
  const { state } = await hr.get(`/api/cycles/${cycleId}`, CycleView);
  if (state === 'draft') {
    const preflight = await hr.get(`/api/cycles/${cycleId}/preflight`, PreflightView);
    if (preflight.blocking > 0) throw new Error(`The sample cycle cannot be launched: ${JSON.stringify(preflight.counts)}`);
    await hr.post(`/api/cycles/${cycleId}/launch`, { expectedPeople: preflight.people }, CycleLaunched);
  }
  const end = Date.now() + launchWaitMs;
  for (;;) {
    const cycle = await hr.get(`/api/cycles/${cycleId}`, CycleView);
    if (cycle.state !== 'launching' && cycle.started === cycle.people) return;
    if (Date.now() > end) throw new Error(`Only ${cycle.started} of ${cycle.people} reviews have started.`);
    await setTimeout(500, undefined, { signal });
  }
}

/** Two reports of the listed manager, but not the listed employee, who finds the own goals still to do; and every fourth of the others. */
function submitters({ employees, managers, organisation }: SampleCompany): string[] {
  const managerOf = (number: string): string | undefined => organisation.employees.get(number)?.managers.at(-1)?.value;
  const [listed] = managers;
  const own = employees.slice(1).filter((number) => managerOf(number) === listed);
  const others = employees.slice(1).filter((number, index) => managerOf(number) !== listed && index % 4 === 0);
  return [...own.slice(0, 2), ...others.slice(0, 8)];
}

function accountOf({ accounts, company }: SampleCycle, number = ''): SampleAccount {
  const email = company.organisation.employees.get(number)?.email;
  const account = accounts.find((one) => one.email === email);
  if (!account) throw new Error(`The accounts file does not list ${number}.`);
  return account;
}
