/** @typedef {Awaited<ReturnType<typeof import('./check/figures.mjs').figuresOf>> & { violations: import('./check/facts.mjs').Violation[], seconds: number }} Outcome */

/** Figures that a whole demonstration must show. @param {Outcome} outcome @returns {string[]} what is missing */
export function shortcomings({ employees, launched, closed, goalsReturned, calibrationChanges, appeals, buffer, audit, violations }) {
  const least = { employees: [employees, 60], goalsReturned: [goalsReturned, 1], calibrationChanges: [calibrationChanges, 1] };
  for (const [name, count] of Object.entries(appeals)) least[`appeals.${name}`] = [count, 1];
  for (const [name, count] of Object.entries(buffer)) least[`buffer.${name}`] = [count, 1];
  const few = Object.entries(least).filter(([, [count, wanted]]) => count < wanted).map(([name, [count, wanted]]) => `${name} is ${count}, not at least ${wanted}`);
  const whole = launched === employees && closed === employees ? [] : [`of ${employees} people ${launched} were launched and ${closed} closed`];
  return [...few, ...whole, ...(audit.verified ? [] : ['the audit record does not hold']), ...violations.map(({ name, detail }) => `${name}: ${detail}`)];
}

const rowsOf = (value, name = '') => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).flatMap(([key, one]) => rowsOf(one, name ? `${name} · ${key}` : key)) : [[name, Array.isArray(value) ? String(value.length) : String(value)]]);

/** The closing table. @param {Outcome} outcome */
export function tableOf(outcome) {
  const rows = rowsOf(outcome);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value.padStart(8)}`).join('\n');
}
