import { Injectable } from '@nestjs/common';
import type { CycleSchedule } from '@fairmark/contracts/cycles';
import { accessErrors, PublicationErrors } from '@fairmark/contracts/errors';
import type { PlanDocument } from '@fairmark/contracts/plans';
import type { Publication, PublicationBoard, PublishResults } from '@fairmark/contracts/publications';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database, sql, type Executor } from '@fairmark/persistence/database';
import { departmentsInScope, hasRole } from '@fairmark/persistence/identity';
import { departmentLines, publishInstant, requestPublication } from '@fairmark/persistence/publications';
import { budgetOf, costByDepartment } from '@fairmark/persistence/rewards';
import { workflowId } from '@fairmark/contracts/process';
import { ApiError } from '../problems/index.js';

interface CycleRow {
  cycle: PublicationBoard['cycle'];
  schedule: CycleSchedule;
  plan: PlanDocument;
}

/** What a department's publication needs and costs, and the request for it. */
@Injectable()
export class PublicationsService {
  constructor(private readonly database: Database) {}

  async board(cycleId: string, actorId: string, now: string): Promise<PublicationBoard> {
    const { read } = this.database;
    const { cycle } = await cycleRow(read, cycleId);
    const scope = await departmentsInScope(read, actorId, 'hr');
    const costs = await costByDepartment(read, cycleId);
    const lines = (await departmentLines(read, cycleId, now)).filter((line) => scope === null || scope.includes(line.department.id));
    const departments = lines.map((line) => ({ ...line, ...(costs.get(line.department.id) ?? { costCents: 0, withoutBase: 0 }) }));
    return { cycleId, cycle, budgetCents: await budgetOf(read, cycleId), costCents: departments.reduce((sum, line) => sum + line.costCents, 0), departments };
  }

  /** Sets the instant at which the whole department sees its results; its line sees them a lead earlier. */
  async publish(body: PublishResults, actorId: string, now: string): Promise<Publication> {
    const { cycleId, departmentId, shownCostCents } = body;
    if (!(await hasRole(this.database.read, actorId, 'hr', departmentId))) throw new ApiError(accessErrors.denied);
    return this.database.transaction(async (tx) => {
      const { plan, schedule } = await cycleRow(tx, cycleId);
      await mustBeReady(tx, cycleId, departmentId, now);
      const costCents = (await costByDepartment(tx, cycleId)).get(departmentId)?.costCents ?? 0;
      if (costCents !== shownCostCents) throw new ApiError(PublicationErrors.costChanged, { costCents, shownCostCents });
      const { publishAt, managersSeeAt } = await publishInstant(tx, { plan, schedule }, now);
      const requested = await requestPublication(tx, { cycleId, departmentId, costCents, requestedBy: actorId, managersSeeAt, publishAt }, now);
      if (!requested) throw new ApiError(PublicationErrors.alreadyRequested);
      await appendAudit(tx, workflowId.cycle(cycleId), { actorId }, now, [{ action: 'publication.requested', object: departmentId, after: { publicationId: requested.id, managersSeeAt, publishAt, costCents, people: requested.people } }]);
      return { id: requested.id, cycleId, departmentId, managersSeeAt, publishAt, costCents, people: requested.people };
    });
  }
}

async function cycleRow(read: Executor, cycleId: string): Promise<CycleRow> {
  const row = await read.one(sql<CycleRow>`
    select jsonb_strip_nulls(jsonb_build_object('zh', c.name, 'en', c.name_en)) as cycle, c.schedule, v.document as plan from cycles c join plan_versions v on v.id = c.plan_version_id where c.id = ${cycleId}`);
  if (!row) throw new ApiError(accessErrors.objectNotFound);
  return row;
}

async function mustBeReady(tx: Executor, cycleId: string, departmentId: string, now: string): Promise<void> {
  const [line] = await departmentLines(tx, cycleId, now, departmentId);
  if (line?.state === 'scheduled' || line?.state === 'published') throw new ApiError(PublicationErrors.alreadyRequested, { publishAt: line.publishAt });
  if (line?.state !== 'ready') throw new ApiError(PublicationErrors.notReady, { sessions: line?.sessions ?? 0, signedOffSessions: line?.signedOffSessions ?? 0, waiting: line?.waiting ?? 0, onTheirWay: line?.onTheirWay ?? 0 });
}
