import { Injectable } from '@nestjs/common';
import { RolloutErrors } from '@fairmark/contracts/errors';
import type { CreateRollout, RolloutCreated, RolloutLine, RolloutList, RolloutView } from '@fairmark/contracts/rollouts';
import { localDateOf } from '@fairmark/domain/calendar';
import { defaultSettings } from '@fairmark/domain/rollouts';
import type { Standing } from '@fairmark/persistence/access';
import { activity } from '@fairmark/persistence/approvals';
import { calendarOf } from '@fairmark/persistence/calendar';
import { Database, sql, type Executor } from '@fairmark/persistence/database';
import { createRollout, readinessOf, rolloutBoard, rolloutById, rolloutLines, stepsOfRollout, type BoardRow } from '@fairmark/persistence/rollouts';
import { ApiError } from '../problems/index.js';
import { actsOf } from './acts.js';
import { endOfPhase, stepViews } from './schedule.js';

type LineRow = Omit<RolloutLine, 'plannedTo' | 'forecastTo'>;

@Injectable()
export class RolloutsService {
  constructor(private readonly database: Database) {}

  async list(employeeId: string): Promise<RolloutList> {
    const { read } = this.database;
    const all = (await read.one(sql`select 1 from role_grants where employee_id = ${employeeId} and role in ('hr', 'lead', 'sponsor') and department_id is null and revoked_at is null limit 1`)) !== undefined;
    const rollouts: RolloutLine[] = [];
    for (const line of await rolloutLines(read, employeeId, all)) rollouts.push(await this.withDates(read, line));
    return { rollouts };
  }

  async create(body: CreateRollout, id: string, actorId: string): Promise<RolloutCreated> {
    if (body.sponsorId === body.leadId) throw new ApiError(RolloutErrors.sponsorIsLead);
    const now = new Date().toISOString();
    return this.database.transaction(async (tx) => {
      const plan = await tx.one(sql<{ id: string }>`select id from plans where code = ${body.planCode}`);
      if (!plan) throw new ApiError(RolloutErrors.planUnknown);
      const named = [...new Set([body.sponsorId, body.leadId, ...body.team.map((member) => member.employeeId)])];
      const found = await activity(tx, named, await today(tx));
      if (found.length < named.length || found.some((person) => !person.active)) throw new ApiError(RolloutErrors.personInactive);
      await createRollout(tx, id, body, plan.id, body.settings ?? defaultSettings, actorId, now);
      return { id };
    });
  }

  async view(id: string, standing: Standing): Promise<RolloutView> {
    const { read } = this.database;
    const board = (await rolloutBoard(read, id)) as BoardRow;
    const rollout = await rolloutById(read, id);
    const [steps, day] = [await stepsOfRollout(read, id), await today(read)];
    return { ...board, ...endOfPhase(steps, board.phase, day), steps: stepViews(steps, day), readiness: await readinessOf(read, rollout, new Date().toISOString()), acts: actsOf(board, standing.relations) };
  }

  private async withDates(read: Executor, line: LineRow): Promise<RolloutLine> {
    return { ...line, ...endOfPhase(await stepsOfRollout(read, line.id), line.phase, await today(read)) };
  }
}

/** The day that it is for the company. */
async function today(read: Executor): Promise<string> {
  return localDateOf(new Date().toISOString(), (await calendarOf(read, null)).zone);
}
