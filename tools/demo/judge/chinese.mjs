import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../stack/paths.mjs';

const read = (name) => JSON.parse(readFileSync(path.join(root, 'apps/web/src/i18n/zh-CN', `${name}.json`), 'utf8'));
const TEXTS = { approvals: read('approvals'), steps: read('steps'), common: read('common') };

/** A text of the application by its key, with values. @param {keyof typeof TEXTS} file @param {string} key @param {Record<string, string>} [values] @returns {string | undefined} */
function text(file, key, values = {}) {
  const found = key.split('.').reduce((value, part) => value?.[part], TEXTS[file]);
  return typeof found === 'string' ? found.replaceAll(/{{(\w+)}}/g, (_, name) => values[name] ?? '') : undefined;
}

/** Title of a node of the case. */
export function titlesOf({ definition: { document } }) {
  const titles = new Map();
  const visit = (nodes = []) => {
    for (const node of nodes) {
      titles.set(node.id, node.title?.zh ?? text('approvals', `type.${node.type}`));
      for (const inner of [...(node.branches ?? []), ...(node.otherwise ? [node.otherwise] : []), ...(node.nodes ? [node] : [])]) visit(inner.nodes);
    }
  };
  visit(document.nodes);
  return (id) => titles.get(id) ?? id;
}

const told = (notified, topic) => Array.isArray(notified) && notified.includes(topic);

/** What the policy of a node did at its deadline. */
function atDeadline({ notified, status }) {
  if (told(notified, 'escalated')) return text('approvals', 'timeout.escalate');
  if (told(notified, 'handedToHr')) return text('approvals', 'timeout.handToHr');
  if (told(notified, 'overdue')) return text('approvals', 'timeout.remind');
  if (told(notified, 'opinionExpired')) return text('approvals', 'entry.opinionExpired');
  const decided = { approved: 'approve', rejected: 'reject' }[status];
  return decided ? text('approvals', `timeoutText.default.${decided}`) : text('approvals', 'entry.passed');
}

function sentence({ what, actor: who, onBehalfOf, people: named, details }, title) {
  const actor = who === null ? text('approvals', 'entry.system') : onBehalfOf ? text('approvals', 'entry.for', { name: who.name, holder: onBehalfOf.name }) : who.name;
  const people = named.map(({ name }) => name).join(what === 'handOver' || what === 'reassign' ? ' → ' : text('common', 'listSeparator'));
  if (what === 'timeout') return text('approvals', 'entry.timeout', { what: atDeadline(details) });
  if (what !== 'return') return text('approvals', `entry.what.${what}`, { actor, people }) ?? text('approvals', 'entry.other', { actor, what });
  const nodeId = details.to?.nodeId ?? (details.to === 'submitter' ? undefined : details.to);
  const to = nodeId ? title(nodeId) : text('approvals', 'return.submitter');
  return text('approvals', 'entry.return', { actor, to, then: text('approvals', details.then === 'straightBack' ? 'return.straightBack' : 'return.rerun') });
}

/**
 * One line of the history as somebody reads it in Chinese: what happened, what was written, who has to act because of it.
 * @param {any} entry @param {(nodeId: string) => string} title
 */
export function lineOf(entry, title) {
  const opened = entry.opened.map(({ person, nodeId, why }) => `→ ${text('approvals', 'entry.opened', { name: person.name, node: title(nodeId), why: text('steps', `why.${why}`) ?? why })}`);
  return [sentence(entry, title), ...(entry.comment ? [`“${entry.comment}”`] : []), ...opened].join(' ');
}
