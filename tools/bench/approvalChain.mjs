export const APPROVALS = 5;

/**
 * Rules of a process that is nothing but five approvals in sequence: each closes its visit and opens the next person's, with a working-day deadline, a task,
 * a notice, a mail and an entry of the record, as every approval of the product does. It runs as a calibration session, whose `signOff` the API offers.
 * @param {readonly string[]} approvers
 */
export function approvalChain(approvers) {
  const visit = (index) => ({
    step: 'signOff', assignees: [{ employeeId: approvers[index], why: 'chair' }], subjectId: null, deadline: { duration: { n: 5, unit: 'workingDay' } }, timeout: 'remind', payload: { index },
  });
  const approve = async ({ visit: { id, payload }, actorId }) => {
    const next = Number(payload.index) + 1;
    const close = [{ visitId: id, outcome: 'approved', by: actorId }];
    const audit = [{ action: 'bench.approved', object: id, after: { index: next } }];
    return { outcome: 'approved', close, audit, ...(next < APPROVALS ? { open: [visit(next)] } : { finish: { outcome: 'approved' } }) };
  };
  return {
    kind: 'calibration',
    open: async ({ process }) => ({ outcome: 'opened', step: 'open', open: [visit(0)], audit: [{ action: 'bench.opened', object: process.refId }] }),
    actions: { signOff: { approve: { by: 'assignee', run: approve } } },
    expire: {},
    events: {},
  };
}
