const step = (id: string, zh: string, role: string) => ({
  id, type: 'anyOf', title: { zh }, approvers: [{ type: 'role', role, scope: 'company' }], duration: { n: 3, unit: 'workingDay' }, reminders: [{ n: 1, unit: 'workingDay' }], timeout: { act: 'handToHr' },
  fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
});

/** An exceptional expense: small amounts go one way, large ones to two offices at the same time; a copy at the end. */
export const branchedDocument = {
  id: 'branchFlow', version: 1, kind: 'exceptions', title: { zh: '支出例外', en: 'Exceptional expense' },
  form: [{ id: 'amount', type: 'amount', title: { zh: '金额', en: 'Amount' } }],
  nodes: [
    {
      id: 'size', type: 'condition', title: { zh: '按金额', en: 'By amount' },
      branches: [{
        id: 'large', title: { zh: '金额较大', en: 'Large' }, when: [{ test: 'between', field: 'amount', atLeast: 1_000_000, below: null }],
        nodes: [{ id: 'both', type: 'parallel', branches: [{ id: 'left', nodes: [step('lead', '项目负责人审批', 'lead')] }, { id: 'right', nodes: [step('sponsor', '高层负责人审批', 'sponsor'), step('hr', '人力资源审批', 'hr')] }] }],
      }],
      otherwise: { nodes: [step('small', '人力资源审批（小额）', 'hr')] },
    },
    { id: 'tell', type: 'copy', title: { zh: '抄送人力资源', en: 'Copy to HR' }, recipients: [{ type: 'role', role: 'hr', scope: 'company' }] },
  ],
  settings: { samePerson: 'actsOnce', submitterMayApprove: false },
};
