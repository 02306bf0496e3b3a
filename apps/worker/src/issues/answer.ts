import type { AnswerIssue } from '@fairmark/contracts/issues';
import { answerIssue, issueForAnswer } from '@fairmark/persistence/issues';
import type { ActionHandler } from '../processes/index.js';

/** The lead answers a report. A named author gets a notice; an anonymous one finds the answer by the code. */
export const issueAnswer: ActionHandler = {
  by: 'assignee',
  run: async ({ tx, visit, actorId, assigneeId, now, body }) => {
    const { answer } = body as AnswerIssue;
    const issueId = String(visit.payload['issueId']);
    const issue = await issueForAnswer(tx, issueId);
    if (!issue) throw new Error(`Report ${issueId} does not wait for an answer`);
    await answerIssue(tx, issueId, { answer, by: actorId, at: now });
    return {
      outcome: 'answered',
      close: [{ visitId: visit.id, outcome: 'answered', by: actorId, ...(actorId === assigneeId ? {} : { onBehalfOf: assigneeId }) }],
      audit: [{ action: 'issue.answered', object: issueId, texts: { answer: { body: answer, ownerId: actorId } } }],
      notices: issue.reporterId ? [{ employeeId: issue.reporterId, kind: 'issue.answered', link: '/issues' }] : [],
    };
  },
};
