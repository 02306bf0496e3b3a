import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** Sign-off of a calibration session: HR first where the flag `hrFirst` is set, then the chair. */
export const calibrationSignOff: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'calibrationSignOff',
  version: 1,
  kind: 'calibration',
  title: { zh: '校准签核', en: 'Calibration sign-off' },
  // The chair usually asks for the sign-off and gives it: the session itself was the deliberation.
  settings: { samePerson: 'actsOnce', submitterMayApprove: true },
  nodes: [
    {
      id: 'hr',
      type: 'anyOf',
      title: { zh: '人力资源确认', en: 'HR confirms' },
      approvers: [{ type: 'role', role: 'hr', scope: 'department' }],
      when: { flag: 'hrFirst', is: true },
      duration: { n: 2, unit: 'workingDay' },
      timeout: { act: 'remind', every: { n: 1, unit: 'workingDay' } },
    },
    {
      id: 'chair',
      type: 'anyOf',
      title: { zh: '主持人签核', en: 'The chair signs off' },
      approvers: [{ type: 'role', role: 'chair', scope: 'session' }],
      duration: { n: 3, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'handToHr' },
      fallback: [{ type: 'departmentHead' }],
    },
  ],
});
