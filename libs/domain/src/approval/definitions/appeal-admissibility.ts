import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** Whether an appeal is admitted. An HR person of the scope who had no part in the result says so within 2 working days. */
export const appealAdmissibility: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'appealAdmissibility',
  version: 1,
  kind: 'appeals',
  title: { zh: '申诉受理', en: 'Admission of an appeal' },
  nodes: [
    {
      id: 'admit',
      type: 'anyOf',
      title: { zh: '人力资源受理', en: 'HR admits' },
      approvers: [{ type: 'role', role: 'hr', scope: 'subject' }],
      duration: { n: 2, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'handToHr' },
      fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
    },
  ],
});
