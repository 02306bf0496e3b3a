import { z } from 'zod';
import { Id, LocalDate, PersonRef } from '../common/index.js';

/** Courses build on each other in this order. */
export const CourseLevel = z.enum(['basic', 'advanced', 'practice']).meta({ id: 'CourseLevel' });
export type CourseLevel = z.infer<typeof CourseLevel>;

/** What a person in the scope of a rollout is trained for: who operates a community, who scores an operator. */
export const TraineeRole = z.enum(['operator', 'manager']).meta({ id: 'TraineeRole' });

/** Attendance of one person at one course. `validUntil`: last day on which a certificate counts; null where it does not lapse. */
export const TrainingRecordBody = z
  .strictObject({ employeeId: Id, level: CourseLevel, attendedOn: LocalDate, passed: z.boolean(), validUntil: LocalDate.nullable().default(null) })
  .refine(({ attendedOn, validUntil }) => validUntil === null || validUntil >= attendedOn, { path: ['validUntil'] })
  .meta({ id: 'TrainingRecordBody' });
export type TrainingRecordBody = z.infer<typeof TrainingRecordBody>;

/** How one person stands: the levels whose certificate counts today, and the next course of the path; null when all are passed. */
export const Trainee = z.object({ person: PersonRef, roles: z.array(TraineeRole), passed: z.array(CourseLevel), next: CourseLevel.nullable() }).meta({ id: 'Trainee' });
export type Trainee = z.infer<typeof Trainee>;

/** People of a rollout's communities, at most 1,000, who has the longest path first. */
export const TrainingList = z.object({ trainees: z.array(Trainee) }).meta({ id: 'TrainingList' });
export type TrainingList = z.infer<typeof TrainingList>;
