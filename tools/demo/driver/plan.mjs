/** @typedef {{ n: number, unit: 'second' }} Seconds @param {number} n @returns {Seconds} */
const seconds = (n) => ({ n, unit: 'second' });

/**
 * How long things take in a demonstration, in seconds. Steps in which somebody always acts get `patient` time, so that a busy machine changes nothing; steps
 * that are left to their deadline on purpose are short, but leave everybody else the time to act. Both grow with the company.
 * @param {number} people
 */
export function lengthsFor(people) {
  const share = Math.max(1, people / 60);
  return { patient: Math.ceil(1_800 * share), late: Math.ceil(45 * share), short: Math.ceil(20 * share), remind: Math.ceil(15 * share), lead: 2, period: Math.ceil(30 * share), buffer: 4 };
}

/** Steps whose deadline ends them: whoever is late there is late on purpose. */
const PASSES = { selfReview: 'late', collaborators: 'late', collaboratorInput: 'late', interviewConfirmation: 'short', acknowledgement: 'late', statement: 'short', papers: 'short', secondLevelFiling: 'short', bufferOutcome: 'short', goalObjection: 'short' };

/**
 * The reference plan with every length in seconds, as HR would upload it for a rehearsal.
 * @param {any} reference @param {ReturnType<typeof lengthsFor>} lengths @param {string} code of its own: somebody's reviews under one plan must not overlap
 */
export function planOfSeconds(reference, lengths, code) {
  const rule = (step, old) => ({ ...old, duration: seconds(lengths[PASSES[step] ?? 'patient']), remindBefore: step === 'selfReview' ? [seconds(lengths.remind)] : [] });
  const steps = Object.fromEntries(Object.entries(reference.steps).map(([step, old]) => [step, rule(step, old)]));
  return {
    ...reference,
    code,
    name: { zh: '演示方案（以秒计）', en: 'Plan of the demonstration (in seconds)' },
    steps: { ...steps, publicationLead: { ...reference.steps.publicationLead, duration: seconds(lengths.lead) }, interviewFloor: { ...reference.steps.interviewFloor, duration: seconds(lengths.lead) } },
    buffer: { ...reference.buffer, improvement: { ...reference.buffer.improvement, length: seconds(lengths.buffer), agreement: seconds(lengths.patient) } },
  };
}

/** Deadlines of the cycle; goals have one date for everybody, and the period does not wait for its last day. @param {ReturnType<typeof lengthsFor>} lengths */
export const scheduleOf = (lengths) => ({ goalSetting: { after: seconds(lengths.late) }, period: { after: seconds(lengths.period) } });

const iso = (date) => date.toISOString().slice(0, 10);

/** Three whole months that began lately: most of the period is still ahead, so that goals can change. @param {Date} today */
export function periodAround(today) {
  const month = (offset) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1));
  return { periodStart: iso(month(0)), periodEnd: iso(new Date(month(3).getTime() - 86_400_000)) };
}
