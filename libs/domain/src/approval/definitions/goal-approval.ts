import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** Goals of one person: the manager; where a target lies outside the realism band, also the next-level manager as a second pair of eyes. */
export const goalApproval: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'goalApproval',
  version: 1,
  kind: 'goals',
  title: { zh: '目标审批', en: 'Goal approval' },
  nodes: [
    {
      id: 'manager',
      type: 'inOrder',
      title: { zh: '直属上级审批', en: 'Line manager' },
      approvers: [{ type: 'lineManager', level: 1 }],
      duration: { n: 5, unit: 'workingDay' },
      reminders: [{ n: 2, unit: 'workingDay' }, { n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'departmentHead' }],
    },
    {
      id: 'second',
      type: 'inOrder',
      title: { zh: '复核人审批', en: 'Second approver' },
      approvers: [{ type: 'secondApprover' }],
      when: { flag: 'realismFlagged', is: true },
      duration: { n: 3, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'departmentHead' }],
      samePerson: 'skipUpwards',
    },
  ],
});
