import { AnswerIssue } from '../issues/index.js';
import type { StepActions } from './registry.js';

/** Decisions about reports. They are visits of the rollout that the report is about. */
export const issueActions: StepActions = { issueAnswer: { answer: AnswerIssue } };
