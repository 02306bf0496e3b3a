import { env } from 'node:process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { tellSequence } from './sequence.js';

/** `APPROVAL_SEQUENCES` asks for a longer run, `APPROVAL_SEED` for another one; `APPROVAL_SHRINK` makes a failing case smaller, which takes minutes. */
const SEQUENCES = Number(env['APPROVAL_SEQUENCES'] ?? 20_000);
const SEED = Number(env['APPROVAL_SEED'] ?? 20_261_102);

const EVERY_ACT: ApprovalEvent['type'][] = [
  'approve', 'reject', 'return', 'resubmit', 'timeout', 'reassign', 'organisationChanged', 'addBefore', 'addAfter', 'addBeside', 'removeAdded', 'transfer', 'consult', 'opinion', 'handOver', 'withdraw', 'takeBack', 'read',
];

test(`any definition, any organisation, any sequence of operators: ${SEQUENCES} times`, () => {
  // Refusals are values here: their stacks cost more than everything else.
  Error.stackTraceLimit = 0;
  const accepted = new Map<string, number>();
  const ended = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => void map.set(key, (map.get(key) ?? 0) + 1);
  fc.assert(fc.property(fc.uint8Array({ minLength: 60, maxLength: 400, size: 'max' }), (numbers) => {
    const told = tellSequence(numbers);
    for (const act of told.accepted) count(accepted, act);
    count(ended, told.ended);
  }), { numRuns: SEQUENCES, seed: SEED, endOnFailure: env['APPROVAL_SHRINK'] === undefined });
  // The cases are worth something only when every operator was really accepted, and cases end in every way.
  for (const act of EVERY_ACT) expect([act, (accepted.get(act) ?? 0) > SEQUENCES / 500]).toEqual([act, true]);
  for (const status of ['approved', 'rejected', 'withdrawn']) expect([status, (ended.get(status) ?? 0) > SEQUENCES / 100]).toEqual([status, true]);
}, 3_600_000);
