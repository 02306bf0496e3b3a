import { Injectable } from '@nestjs/common';
import { accessErrors } from '@fairmark/contracts/errors';
import type { TrainingList, TrainingRecordBody } from '@fairmark/contracts/training';
import { nextCourse } from '@fairmark/domain/training';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { scopeCommunities } from '@fairmark/persistence/rollouts';
import { isTrainee, recordTraining, traineesIn } from '@fairmark/persistence/training';
import { ApiError } from '../problems/index.js';

/** Reads who is trained and enters attendance; every entry is in the record. */
@Injectable()
export class TrainingService {
  constructor(private readonly database: Database) {}

  async list(rolloutId: string): Promise<TrainingList> {
    const communities = await scopeCommunities(this.database.read, { of: 'rollout', rolloutId });
    const trainees = await traineesIn(this.database.read, communities, new Date().toISOString().slice(0, 10));
    return { trainees: trainees.map((trainee) => ({ ...trainee, next: nextCourse(trainee.passed) })) };
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND` for somebody outside the rollout's communities */
  async record(rolloutId: string, by: string, body: TrainingRecordBody): Promise<void> {
    const now = new Date().toISOString();
    await this.database.transaction(async (tx) => {
      if (!(await isTrainee(tx, await scopeCommunities(tx, { of: 'rollout', rolloutId }), now.slice(0, 10), body.employeeId))) throw new ApiError(accessErrors.objectNotFound);
      await recordTraining(tx, body, by, now);
      await appendAudit(tx, `training/${rolloutId}`, { actorId: by }, now, [{ action: 'training.recorded', object: body.employeeId, after: body }]);
    });
  }
}
