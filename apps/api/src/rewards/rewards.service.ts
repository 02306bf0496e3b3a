import { Injectable } from '@nestjs/common';
import { accessErrors, exportErrors, rewardsErrors } from '@fairmark/contracts/errors';
import { workflowId } from '@fairmark/contracts/process';
import type { ImportRewardBases, RewardBasesImported, RewardSummary, SetBudget } from '@fairmark/contracts/rewards';
import { readCsv } from '@fairmark/domain/org/csv';
import { readBases } from '@fairmark/domain/rewards';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database, sql, type Executor } from '@fairmark/persistence/database';
import { payrollExport, payrollSize } from '@fairmark/persistence/exports';
import { departmentsInScope } from '@fairmark/persistence/identity';
import { knownNumbers, rewardSummary, setBudget, storeBases } from '@fairmark/persistence/rewards';
import { ApiError } from '../problems/index.js';

/** People in a file that is answered at once; more of them would hold a connection for too long. */
const AT_ONCE = 1_000;

/** Money of a cycle. Amounts are in cents everywhere but in files. */
@Injectable()
export class RewardsService {
  constructor(private readonly database: Database) {}

  /** All or nothing: a file with an issue stores no line. */
  async importBases({ cycleId, csv }: ImportRewardBases, actorId: string, now: string): Promise<RewardBasesImported> {
    const table = readCsv(new TextEncoder().encode(csv));
    if (!table.ok) return { rows: 0, changed: 0, issues: [{ row: table.row, column: '', code: table.code }] };
    const { lines, issues } = readBases(table.records);
    return this.database.transaction(async (tx) => {
      await mustExist(tx, cycleId);
      const known = await knownNumbers(tx, lines.map((line) => line.number), await departmentsInScope(tx, actorId, 'hr'));
      const unknown = lines.filter((line) => line.number !== '' && !known.has(line.number)).map(({ row }) => ({ row, column: 'number', code: rewardsErrors.unknownPerson }));
      const all = [...issues, ...unknown].sort((a, b) => a.row - b.row);
      if (all.length > 0) return { rows: lines.length, changed: 0, issues: all };
      const changed = await storeBases(tx, cycleId, lines);
      await appendAudit(tx, workflowId.cycle(cycleId), { actorId }, now, [{ action: 'rewards.basesImported', object: cycleId, after: { rows: lines.length, changed } }]);
      return { rows: lines.length, changed, issues: [] };
    });
  }

  /** The budget is the whole company's: HR of a department does not set it. */
  async setBudget({ cycleId, budgetCents }: SetBudget, actorId: string, now: string): Promise<void> {
    if ((await departmentsInScope(this.database.read, actorId, 'hr')) !== null) throw new ApiError(accessErrors.denied);
    await this.database.transaction(async (tx) => {
      await mustExist(tx, cycleId);
      await setBudget(tx, cycleId, budgetCents);
      await appendAudit(tx, workflowId.cycle(cycleId), { actorId }, now, [{ action: 'rewards.budgetSet', object: cycleId, after: { budgetCents } }]);
    });
  }

  async summary(cycleId: string): Promise<RewardSummary> {
    return rewardSummary(this.database.read, cycleId);
  }

  /** The file for payroll at once. @throws {ApiError} `EXPORT.TOO_LARGE` when it is one to build in the background */
  async payroll(cycleId: string, actorId: string, now: string): Promise<Uint8Array> {
    const lines = await payrollSize(this.database.read, cycleId, actorId);
    if (lines > AT_ONCE) throw new ApiError(exportErrors.tooLarge, { lines, most: AT_ONCE });
    return new TextEncoder().encode(await this.database.transaction((tx) => payrollExport(tx, { cycleId, actorId, now })));
  }
}

async function mustExist(tx: Executor, cycleId: string): Promise<void> {
  if (!(await tx.one(sql`select 1 from cycles where id = ${cycleId}`))) throw new ApiError(accessErrors.objectNotFound);
}
