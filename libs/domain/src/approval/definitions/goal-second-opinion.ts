import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** Targets outside the realism band that the manager wrote: the second pair of eyes only, because nobody approves the own draft. */
export const goalSecondOpinion: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'goalSecondOpinion',
  version: 1,
  kind: 'goals',
  title: { zh: '目标复核', en: 'Second opinion on goals' },
  nodes: [
    {
      id: 'second',
      type: 'inOrder',
      title: { zh: '复核人审批', en: 'Second approver' },
      approvers: [{ type: 'secondApprover' }],
      duration: { n: 3, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'departmentHead' }],
    },
  ],
});
