import { DECIDES, SUBMITTED } from '@fairmark/tools/demo/scenarios/statements.mjs';
import { DECIDED, DUE, OPENED, type JudgedCase } from './judgedCase.js';

/** One line of the driver's log. */
export interface Logged {
  at: string;
  actorId: string;
  method: string;
  path: string;
  key: string | null;
  body: unknown;
  status: number;
  answer: unknown;
  ms: number;
  tag: { scenario: string; row: number; part: 'act' | 'look'; as: string };
}

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1_000).toISOString();
const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** What everybody saw and did, as the log of the driver has it. `names`: how people are called in the database. */
export function logOf({ approvalId, visitId, cast, decision }: JudgedCase, names: Map<string, string>): Logged[] {
  const person = (part: keyof typeof cast) => ({ id: cast[part], name: names.get(cast[part]) ?? '', nameEn: null });
  const entries = [
    { no: 1, at: OPENED, what: 'submitted', actor: person('hr'), onBehalfOf: null, nodeId: null, visitId: null, people: [], opened: [{ person: person('a'), nodeId: 'first', why: 'person' }], comment: null, details: {} },
    { no: 2, at: DECIDED, what: 'approve', actor: person('a'), onBehalfOf: null, nodeId: 'first', visitId, people: [], opened: [], comment: '可以', details: {} },
  ];
  const operators = words(DECIDES).filter((one) => one !== 'comment');
  const page = (part: string, row: number) => ({
    process: { kind: 'approval', id: approvalId }, state: row === 1 ? 'running' : 'approved', definition: { document: { nodes: [{ id: 'first', type: 'inOrder', title: { zh: '初审' } }] } }, timeline: entries.slice(0, row),
    waiting: row === 1 ? [{ person: person('a'), dueAt: DUE }] : [], offers: row === 1 && part === 'a' ? [{ visitId, operators }] : [], acts: row > 1 ? [] : part === 'a' ? ['comment'] : part === 'hr' ? words(SUBMITTED) : [],
  });
  const inbox = (part: string, row: number) => ({ items: row === 1 && part === 'a' ? [{ processId: approvalId, visitId, dueAt: DUE, onBehalfOf: null }] : [], counts: {} });
  const line = (as: keyof typeof cast, row: number, part: 'act' | 'look', at: string, more: Pick<Logged, 'path' | 'answer'> & Partial<Logged>): Logged =>
    ({ at, actorId: cast[as], method: 'GET', key: null, body: null, status: 200, ms: 20, tag: { scenario: 'approve', row, part, as }, ...more });
  const parts = Object.keys(cast) as (keyof typeof cast)[];
  const looks = (row: number, at: string) => parts.flatMap((as) => [
    line(as, row, 'look', at, { path: '/api/inbox?box=waiting&pageSize=100', answer: inbox(as, row) }),
    ...(row === 0 ? [] : [line(as, row, 'look', at, as === 'x' ? { path: `/api/approvals/${approvalId}`, status: 403, answer: null } : { path: `/api/approvals/${approvalId}`, answer: page(as, row) })]),
  ]);
  return [
    ...looks(0, later(OPENED, -5)),
    line('hr', 1, 'act', later(OPENED, -1), { method: 'POST', path: '/api/approvals', status: 202, answer: { approvalId } }), ...looks(1, later(OPENED, 1)),
    line('a', 2, 'act', later(DECIDED, -1), { method: 'POST', path: `/api/visits/${visitId}/approve`, key: decision.key, answer: { status: 'applied', outcome: 'approved', details: {} } }), ...looks(2, later(DECIDED, 1)),
  ];
}
