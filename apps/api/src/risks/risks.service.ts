import { Injectable } from '@nestjs/common';
import type { RiskBody, RiskList, RisksAdded } from '@fairmark/contracts/risks';
import { accessErrors } from '@fairmark/contracts/errors';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database, type Executor } from '@fairmark/persistence/database';
import { addRisk, addStartSet, changeRisk, risksOf } from '@fairmark/persistence/risks';
import { ApiError } from '../problems/index.js';

/** Days until the risks of the start set are looked at for the first time. */
const FIRST_REVIEW_DAYS = 30;

/** Reads and writes the register; every change is in the record. */
@Injectable()
export class RisksService {
  constructor(private readonly database: Database) {}

  async list(rolloutId: string): Promise<RiskList> {
    return { risks: await risksOf(this.database.read, rolloutId) };
  }

  async add(rolloutId: string, by: string, body: RiskBody): Promise<RisksAdded> {
    return this.written(rolloutId, by, 'risk.added', body, async (tx) => {
      await addRisk(tx, rolloutId, body);
      return { added: 1 };
    });
  }

  async startSet(rolloutId: string, by: string): Promise<RisksAdded> {
    const reviewOn = new Date(Date.now() + FIRST_REVIEW_DAYS * 86_400_000).toISOString().slice(0, 10);
    return this.written(rolloutId, by, 'risk.startSetAdded', { reviewOn }, async (tx) => ({ added: await addStartSet(tx, rolloutId, by, reviewOn) }));
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` */
  async change(rolloutId: string, riskId: string, by: string, body: RiskBody): Promise<void> {
    await this.written(rolloutId, by, 'risk.changed', { riskId, ...body }, async (tx) => {
      if (!(await changeRisk(tx, rolloutId, riskId, body))) throw new ApiError(accessErrors.objectNotFound);
    });
  }

  private async written<T>(rolloutId: string, by: string, action: string, after: unknown, write: (tx: Executor) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const result = await write(tx);
      await appendAudit(tx, `risks/${rolloutId}`, { actorId: by }, new Date().toISOString(), [{ action, object: rolloutId, after }]);
      return result;
    });
  }
}
