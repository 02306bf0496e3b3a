import { z } from 'zod';
import { Id } from '../common/index.js';

const Text = z.string().trim().min(1).max(4_000);

/** One to five people of the departments on which the sheet depends, at least one from another department than the employee's. */
export const NameCollaborators = z.strictObject({ employeeIds: z.array(Id).min(1).max(5) }).meta({ id: 'NameCollaborators' });
export type NameCollaborators = z.infer<typeof NameCollaborators>;

/** The manager wants other people, or nobody fits; the reason is readable for the employee. */
export const RefuseCollaborators = z.strictObject({ reason: Text }).meta({ id: 'RefuseCollaborators' });
export type RefuseCollaborators = z.infer<typeof RefuseCollaborators>;

/** A collaborator's answer on the collaboration item: whole points by its anchors, with a text. Shown without the name. */
export const CollaboratorAnswer = z.strictObject({ score: z.int().min(0).max(100), text: Text }).meta({ id: 'CollaboratorAnswer' });
export type CollaboratorAnswer = z.infer<typeof CollaboratorAnswer>;
