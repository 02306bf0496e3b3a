import type { ArgumentMetadata } from '@nestjs/common';
import { actionBody } from '@fairmark/contracts/actions';
import { processErrors } from '@fairmark/contracts/errors';
import type { ProcessKind } from '@fairmark/contracts/process';
import { sql, type Executor } from '@fairmark/persistence/database';
import { ApiError, ContractPipe } from '../problems/index.js';

/** What a decision is about. `visitId` is null for an act on the whole process. */
export interface Target {
  kind: ProcessKind;
  workflowId: string;
  visitId: string | null;
  step: string;
}

/** @throws {ApiError} `VISIT.UNKNOWN` */
export async function visitTarget(read: Executor, visitId: string): Promise<Target> {
  const row = await read.one(sql<Target>`
    select p.kind, p.workflow_id as "workflowId", v.id as "visitId", v.step from visits v join processes p on p.workflow_id = v.workflow_id where v.id = ${visitId}`);
  if (!row) throw new ApiError(processErrors.unknownVisit);
  return row;
}

/** @throws {ApiError} `VISIT.UNKNOWN` when the thing exists but its process was never started */
export async function processTarget(read: Executor, kind: ProcessKind, refId: string): Promise<Target> {
  const row = await read.one(sql<Target>`select kind, workflow_id as "workflowId", null as "visitId", 'process' as step from processes where kind = ${kind} and ref_id = ${refId}`);
  if (!row) throw new ApiError(processErrors.unknownVisit);
  return row;
}

/** The body as the action's contract reads it. @throws {ApiError} for an action that the step does not offer, and with the faulty fields */
export async function bodyOf(target: Target, action: string, body: unknown): Promise<Record<string, unknown>> {
  const schema = actionBody(target.kind, target.step, action);
  if (!schema) throw new ApiError(processErrors.actionNotOffered, { step: target.step, action });
  const metadata: ArgumentMetadata = { type: 'body', schema };
  return (await new ContractPipe().transform(body, metadata)) as Record<string, unknown>;
}
