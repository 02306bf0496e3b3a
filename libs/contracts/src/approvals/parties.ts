import { z } from 'zod';
import { NodeId } from './nodeId.js';
import { FieldValues } from './operators.js';

const PersonId = z.string().min(1).max(80);

/** Somebody a source resolved to. Inactive people (left, disabled) never get a task. */
export const Candidate = z.object({ personId: PersonId, active: z.boolean() });
export type Candidate = z.infer<typeof Candidate>;

/** People of one node: one list per entry of `approvers` (or `recipients`) and of `fallback`, in the order of the definition. */
export const NodeResolution = z.object({ approvers: z.array(z.array(Candidate)), fallback: z.array(z.array(Candidate)) });

/**
 * What the caller read from the organisation as of now. `managersUpwards` lists the managers above a person, nearest first; it is needed
 * for everybody who could be skipped or escalated.
 */
export const Resolution = z.object({
  nodes: z.record(NodeId, NodeResolution),
  managersUpwards: z.record(z.string(), z.array(Candidate)),
  hr: z.array(Candidate),
  administrators: z.array(Candidate),
});
export type Resolution = z.infer<typeof Resolution>;

/** People whom the submitter chose, by node. */
export const Chosen = z.record(NodeId, z.array(PersonId).max(20));
export type Chosen = z.infer<typeof Chosen>;

/**
 * What is submitted for approval. Subjects, the submitter (unless the process allows it) and `excludedIds` never get a task.
 * `submitterId` is null when a machine submits. `fields` are the values of the form.
 */
export const Submission = z.object({
  subjectIds: z.array(PersonId),
  submitterId: PersonId.nullable(),
  excludedIds: z.array(PersonId).default([]),
  flags: z.record(z.string(), z.boolean()).default({}),
  fields: FieldValues.default({}),
  chosen: Chosen.default({}),
  at: z.iso.datetime(),
  resolution: Resolution,
});
export type Submission = z.infer<typeof Submission>;
export type SubmissionInput = z.input<typeof Submission>;
