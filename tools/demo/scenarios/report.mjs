/** @typedef {import('../judge/index.mjs').Verdict} Verdict */

const LEAST = 30;

/** What a run lacks. Those that were asked for by name need not be thirty. @param {Verdict} verdict @param {{ only?: string[] }} options @returns {string[]} */
export function unfulfilled({ scenarios, violations }, { only }) {
  const least = only?.length ?? LEAST;
  const few = scenarios.length < least ? [`${scenarios.length} scenarios were played, not at least ${least}`] : [];
  return [...few, ...scenarios.filter(({ ok }) => !ok).map(({ name, why }) => `${name}: ${why}`), ...violations.map(({ name, detail }) => `${name}: ${detail}`)];
}

/** The closing table. @param {Verdict} verdict */
export function scenarioTable({ scenarios, violations }) {
  const width = Math.max(...scenarios.map(({ name }) => name.length), 0);
  const rows = scenarios.map(({ name, ok, why }) => `${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${why}`);
  return [...rows, `${scenarios.filter(({ ok }) => ok).length} of ${scenarios.length} scenarios as stated, ${violations.length} violations`].join('\n');
}
