import { LONG } from './statements.mjs';

export const seconds = (n) => ({ n, unit: 'second' });
const person = (name) => ({ type: 'person', personId: `@${name}` });
const sources = (named) => named.map((one) => (typeof one === 'string' ? person(one) : one));

/**
 * A step of an approval process. A name stands for that participant; anything else is a source as HR writes it.
 * @param {string} id @param {string} zh @param {'inOrder' | 'allOf' | 'anyOf' | 'weightedVote'} type @param {(string | object)[]} approvers @param {object} [more]
 */
export const step = (id, zh, type, approvers, more = {}) => ({
  id, type, title: { zh }, approvers: sources(approvers), duration: seconds(LONG), reminders: [], timeout: { act: 'remind', every: seconds(LONG) }, fallback: [{ type: 'departmentHead' }], ...more,
});
/** @param {string} id @param {string} zh @param {(string | object)[]} recipients */
export const copyTo = (id, zh, recipients) => ({ id, type: 'copy', title: { zh }, recipients: sources(recipients) });

/** The whole process. @param {object[]} nodes @param {object} [more] */
export const processOf = (nodes, more = {}) => ({ kind: 'exceptions', title: { zh: '演示用审批' }, nodes, settings: {}, ...more });
