import { randomUUID } from 'node:crypto';
import { PdcaDimension } from '@fairmark/contracts/pdca';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { workflowId } from '@fairmark/contracts/process';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '@fairmark/persistence/database';
import { setPlanApproval, storeVersion } from '@fairmark/persistence/plans';
import { startProcess } from '@fairmark/persistence/process';
import { rolloutById } from '@fairmark/persistence/rollouts';
import type { ProcessHandlers } from '../processes/index.js';
import { CHILD_REPORTED } from '../rollouts/children.js';
import type { ProcessDriver } from '../testing/index.js';
import { addEmployee } from '../testing/people.js';
import { startDueQuarters } from './dueQuarters.testing.js';

export const review = {
  findings: PdcaDimension.options.map((dimension) => ({ dimension, rating: 4, text: '稳定' })),
  research: [{ method: '访谈', conductedOn: '2027-01-15', participants: 12, summary: '希望减少填表' }],
};

/** A parent that writes down which of its children reported. */
export const listeningRollout = (reported: string[]): ProcessHandlers => ({
  kind: 'rollout', open: async () => ({ outcome: 'opened', step: 'optimise', audit: [] }), actions: {}, expire: {},
  events: { [CHILD_REPORTED]: async ({ body }) => (reported.push(String(body['childId'])), null) },
});

/** A rollout in its last phase on a plan of its own. */
export interface TestRollout {
  id: string;
  leadId: string;
  /** The document of the first version. */
  document: PlanDocument;
  /** Stores a version; approved unless said otherwise. Answers its id. */
  version(document: PlanDocument, approved?: boolean): Promise<string>;
  /** The first sheet with `bp` moved from the second of two neighbouring items to the first, counted in pairs from `pair`. */
  shifted(bp: number, pair?: number, from?: PlanDocument): PlanDocument;
  /** The items that `shifted` changes. */
  touches(pair?: number): { sheetId: string; indicatorId: string }[];
  /** Starts the quarters that are due now; answers their keys. */
  quarters(since: string): Promise<string[]>;
  workflow(quarter: string): string;
  planVersion(): Promise<{ id: string; no: number; approvalState: string; document: PlanDocument }>;
}

export async function addTestRollout(database: Database, driver: Pick<ProcessDriver, 'now' | 'start'>, pdca: object = {}): Promise<TestRollout> {
  const { read } = database;
  const leadId = await addEmployee(read, { name: '项目负责人' });
  const document: PlanDocument = { ...referencePlan, code: `p-${randomUUID().slice(0, 8)}` };
  const version = (next: PlanDocument, approved = true) =>
    database.transaction(async (tx) => {
      const { versionId } = await storeVersion(tx, { document: next, findings: [], overrides: [], actorId: leadId });
      if (approved) await setPlanApproval(tx, versionId, 'approved');
      return versionId;
    });
  const planVersionId = await version(document);
  const id = randomUUID();
  await read.run(sql`
    insert into rollouts (id, name, plan_id, plan_version_id, workflow_id, sponsor_id, lead_id, settings, phase, starts_on, created_by)
    select ${id}, '推广', plan_id, id, ${workflowId.rollout(id)}, ${leadId}, ${leadId}, ${JSON.stringify({ pdca })}::jsonb, 'optimise', '2026-06-01', ${leadId} from plan_versions where id = ${planVersionId}`);
  await database.transaction((tx) => startProcess(tx, { kind: 'rollout', workflowId: workflowId.rollout(id), refId: id, step: 'opening' }));
  await driver.start('rollout', workflowId.rollout(id), id);
  const first = document.sheets[0] as PlanDocument['sheets'][number];
  return {
    id, leadId, document, version,
    shifted: (bp, pair = 0, from = document) => ({
      ...from, sheets: from.sheets.map((sheet) => (sheet.id === first.id ? { ...sheet, items: sheet.items.map((item, index) => (index === pair * 2 ? { ...item, weightBp: item.weightBp + bp } : index === pair * 2 + 1 ? { ...item, weightBp: item.weightBp - bp } : item)) } : sheet)),
    }),
    touches: (pair = 0) => first.items.slice(pair * 2, pair * 2 + 2).map(({ indicatorId }) => ({ sheetId: first.id, indicatorId })),
    async quarters(since) {
      const process = { workflowId: workflowId.rollout(id), kind: 'rollout' as const, refId: id, step: 'optimise', state: 'open' as const, outcome: null };
      const { start } = await database.transaction(async (tx) => {
        const due = await startDueQuarters({ tx, process, now: driver.now }, await rolloutById(tx, id), since);
        for (const { kind, workflowId: child, refId } of due.start) await startProcess(tx, { kind, workflowId: child, refId, step: 'opening' });
        return due;
      });
      for (const { workflowId: child, refId } of start) await driver.start('pdcaQuarter', child, refId);
      return start.map(({ workflowId: child }) => child.slice(-6));
    },
    workflow: (quarter) => workflowId.pdcaQuarter(id, quarter),
    async planVersion() {
      return (await read.one(sql<Awaited<ReturnType<TestRollout['planVersion']>>>`select v.id, v.no, v.approval_state as "approvalState", v.document from rollouts r join plan_versions v on v.id = r.plan_version_id where r.id = ${id}`)) as Awaited<ReturnType<TestRollout['planVersion']>>;
    },
  };
}
