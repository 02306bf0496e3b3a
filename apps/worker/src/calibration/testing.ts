import { sql, type Database } from '@fairmark/persistence/database';
import { appealHandlers } from '../appeals/index.js';
import type { ProcessHandlers } from '../processes/index.js';
import { resultPart } from '../result/index.js';
import { joinParts, type ReviewPart } from '../reviews/handlers.js';
import { loadReview } from '../reviews/review.js';
import { addDepartment, rate, startTestProcesses, type DepartmentShape, type ProcessDriver, type TestDepartment } from '../testing/index.js';
import { calibrationHandlers, enterCalibration } from './index.js';

/** Reviews that begin where they reach calibration, with the rules from there to the end of the result. */
export const fromCalibration = (...parts: ReviewPart[]): ProcessHandlers => ({
  kind: 'review',
  open: async (context) => ({ outcome: 'opened', audit: [], ...(await enterCalibration(context, await loadReview(context.tx, context.process.refId))) }),
  ...joinParts([resultPart, ...parts]),
});

export const reasons = { reason: '跨组对齐', reasonForEmployee: '与同岗位对齐后调整' };
export const everybody = (d: TestDepartment): string[] => [...d.managers, ...d.reports[0], ...d.reports[1]];
export const change = (d: TestDepartment, person: string, fromBand: string, toBand: string) => ({ reviewId: d.reviewOf(person).id, fromBand, toBand, ...reasons });
export const codeOf = async (promise: Promise<unknown>): Promise<string | undefined> => ((await promise) as { code?: string }).code;

export interface OpenSession {
  id: string;
  workflowId: string;
  state: string;
  chairId: string;
  /** The open visit. */
  visit: string;
}

/** Sessions of test departments on one database. */
export interface Sessions {
  driver: ProcessDriver;
  database: Database;
  /** A department of which everybody is scored; the first one creates the session. */
  scored(shape?: DepartmentShape, band?: (index: number) => [number, string]): Promise<TestDepartment>;
  score(d: TestDepartment, person: string, total?: number, band?: string): Promise<void>;
  /** The latest session of the department. */
  session(d: TestDepartment): Promise<OpenSession>;
  /** The chair asks and signs; with an explanation HR confirms in between. */
  signOff(d: TestDepartment, explanation?: string): Promise<void>;
  ratings(d: TestDepartment, person: string): Promise<{ source: string; band: string; total: number }[]>;
  stop(): Promise<void>;
}

export async function startSessions(...parts: ReviewPart[]): Promise<Sessions> {
  const { driver, database, stop } = await startTestProcesses([fromCalibration(...parts), calibrationHandlers, appealHandlers]);
  const score: Sessions['score'] = async (d, person, total = 8_500, band = 'B') => {
    const { id, workflowId } = d.reviewOf(person);
    await rate(database.read, id, total, band);
    await driver.start('review', workflowId, id);
  };
  const session: Sessions['session'] = async (d) => {
    const row = await database.read.one(sql<OpenSession>`
      select s.id, s.workflow_id as "workflowId", s.state, s.chair_id as "chairId", (select v.id from visits v where v.workflow_id = s.workflow_id and v.state = 'open') as visit
      from calibration_sessions s where cycle_id = ${d.cycleId} and department_id = ${d.departmentId} order by created_at desc, id desc limit 1`);
    return row as OpenSession;
  };
  return {
    driver, database, stop, score, session,
    scored: async (shape = {}, band = () => [8_500, 'B']) => {
      const d = await addDepartment(database.read, shape);
      for (const [index, person] of everybody(d).entries()) await score(d, person, ...band(index));
      return d;
    },
    signOff: async (d, explanation) => {
      await driver.accept(d.head, (await session(d)).visit, 'requestSignOff', explanation ? { explanation } : {});
      if (explanation) await driver.accept(d.hr, (await session(d)).visit, 'approve');
      await driver.accept(d.head, (await session(d)).visit, 'approve');
    },
    ratings: (d, person) => database.read.all(sql<{ source: string; band: string; total: number }>`select source, band, total_centi as total from ratings where review_id = ${d.reviewOf(person).id} order by no`),
  };
}
