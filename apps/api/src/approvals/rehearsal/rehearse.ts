import { type ApprovalDefinition, type ApprovalRehearsal, type DefinitionDocument, type RehearsedNode, type RehearseApproval } from '@fairmark/contracts/approvals';
import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { addDays, endOfLocalDay } from '@fairmark/domain/calendar';
import { leafNodes, parseDefinition, type LeafNode } from '@fairmark/domain/approval';
import { definitionVersion, peopleById, prepareCase } from '@fairmark/persistence/approvals';
import { calendarOf } from '@fairmark/persistence/calendar';
import { departmentOf } from '@fairmark/persistence/org';
import type { Executor } from '@fairmark/persistence/database';
import { dueOf } from '@fairmark/persistence/process';
import { ApiError } from '../../problems/index.js';
import { findingsOf } from '../findings.js';
import { hintsOf } from './hints.js';
import { partOf, runThrough, type Entered } from './run.js';

/** When people are at work: the case is submitted then. */
const MORNING_MS = 9 * 3_600_000;

/** Runs a definition for one submission on one day. Everything is read, nothing is written. */
export async function rehearse(read: Executor, body: RehearseApproval): Promise<ApprovalRehearsal> {
  const document = await documentOf(read, body);
  const { definition } = parseDefinition(document);
  const findings = await findingsOf(read, document);
  const nothing = { findings, nodes: [], skipped: [], problems: [] };
  if (!definition) return { ...nothing, outcome: 'refused' };
  const { submitterId, subjectId = body.submitterId } = body;
  const at = await morningOf(read, body);
  const departmentId = body.departmentId ?? (subjectId ? ((await departmentOf(read, subjectId, body.on)) ?? null) : null);
  const prepared = await prepareCase(read, {
    purpose: 'planVersion', definition, scope: { subjectId, departmentId, planVersionId: body.planVersionId ?? null, chosen: body.chosen }, subjectIds: subjectId ? [subjectId] : [], submitterId, flags: body.flags, fields: body.fields,
  }, at);
  if (!prepared) return { ...nothing, problems: [{ code: ApprovalStoreErrors.unknownDefinition, severity: 'error', nodeId: null, details: {} }], outcome: 'refused' };
  const run = runThrough(prepared.definition, prepared.submission);
  const nodes = await nodesOf(read, prepared.definition, run.entered, at);
  const refusal = run.refusal && { code: run.refusal.code, severity: 'error' as const, nodeId: typeof run.refusal.details['nodeId'] === 'string' ? run.refusal.details['nodeId'] : null, details: { ...run.refusal.details } };
  const entered = new Set(nodes.map((node) => node.nodeId));
  return {
    findings, nodes, skipped: run.state ? leafNodes(prepared.definition).map((node) => node.id).filter((id) => !entered.has(id)) : [],
    problems: [...(refusal ? [refusal] : []), ...(await hintsOf(read, run.entered, nodes, body.on))],
    outcome: refusal ? 'refused' : run.state?.status === 'approved' ? 'approved' : 'waits',
  };
}

async function documentOf(read: Executor, { document, definition }: RehearseApproval): Promise<DefinitionDocument> {
  if (document) return { id: 'rehearsal', version: 1, ...document };
  const found = definition && (await definitionVersion(read, definition.id, definition.version));
  if (!found) throw new ApiError(ApprovalStoreErrors.unknownDefinition);
  return found.document;
}

async function morningOf(read: Executor, { submitterId, on }: RehearseApproval): Promise<string> {
  const { zone } = await calendarOf(read, submitterId);
  return new Date(Date.parse(endOfLocalDay(addDays(on, -1), zone)) + MORNING_MS).toISOString();
}

async function nodesOf(read: Executor, definition: ApprovalDefinition, entered: readonly Entered[], at: string): Promise<RehearsedNode[]> {
  const known = new Map(leafNodes(definition).map((node) => [node.id, node]));
  const names = await peopleById(read, entered.flatMap(({ visit }) => visit.tasks.map((task) => task.personId)));
  const nodes: RehearsedNode[] = [];
  for (const { order, visit } of entered) {
    const node = known.get(visit.nodeId);
    if (!node) continue;
    const people = visit.tasks.flatMap((task) => {
      const [person, state] = [names.get(task.personId), partOf(task)];
      return person && state ? [{ person, why: task.origin, state }] : [];
    });
    nodes.push({ order, nodeId: node.id, title: node.title, type: node.type, people, opensAt: at, ...(await clockOf(read, node, people[0]?.person.id ?? null, at)) });
  }
  return nodes;
}

/** The deadline in the calendar of who acts first. */
async function clockOf(read: Executor, node: LeafNode, personId: string | null, at: string): Promise<Pick<RehearsedNode, 'duration' | 'dueAt' | 'zone' | 'remindAt' | 'atDeadline'>> {
  if (node.type === 'copy') return { duration: null, dueAt: null, zone: null, remindAt: [], atDeadline: null };
  const due = await dueOf(read, personId, at, { duration: node.duration }, node.reminders);
  return { duration: node.duration, dueAt: due.dueAt, zone: due.zone, remindAt: due.reminders, atDeadline: node.timeout };
}
