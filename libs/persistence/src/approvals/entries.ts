import { sql, type Executor } from '../database/index.js';

/** One line of the record of a case: who did what for whom, whom it concerns and who has to act because of it. */
export interface NewEntry {
  at: string;
  what: string;
  actorId: string | null;
  onBehalfOf: string | null;
  node: string | null;
  visitId: string | null;
  people: string[];
  commentId: string | null;
  opened: { personId: string; nodeId: string; why: string }[];
  details: Record<string, unknown>;
}

export interface EntryRow extends NewEntry {
  no: number;
  comment: string | null;
}

/** Adds a line. The caller holds the lock of the process, so numbers follow each other. */
export async function addEntry(tx: Executor, approvalId: string, entry: NewEntry): Promise<void> {
  await tx.run(sql`
    insert into approval_entries (approval_id, no, at, what, actor_id, on_behalf_of, node, visit_id, people, comment_id, opened, details)
    select ${approvalId}, coalesce(max(no), 0) + 1, ${entry.at}::timestamptz, ${entry.what}, ${entry.actorId}::uuid, ${entry.onBehalfOf}::uuid, ${entry.node}, ${entry.visitId}::uuid, ${entry.people}::uuid[], ${entry.commentId}::uuid,
      ${JSON.stringify(entry.opened)}::jsonb, ${JSON.stringify(entry.details)}::jsonb
    from approval_entries where approval_id = ${approvalId}`);
}

/** The record of a case, oldest first. */
export async function entriesOf(read: Executor, approvalId: string): Promise<EntryRow[]> {
  return read.all(sql<EntryRow>`
    select x.no, x.at, x.what, x.actor_id as "actorId", x.on_behalf_of as "onBehalfOf", x.node, x.visit_id as "visitId", x.people, x.comment_id as "commentId", c.body as comment, x.opened, x.details
    from approval_entries x left join visit_comments c on c.id = x.comment_id where x.approval_id = ${approvalId} order by x.no`);
}

/** Keeps to whom a copy went; who was copied twice at one node has one copy. */
export async function addCopies(tx: Executor, approvalId: string, copies: readonly { personId: string; nodeId: string }[], at: string): Promise<void> {
  if (copies.length === 0) return;
  await tx.run(sql`
    insert into approval_copies (approval_id, employee_id, node, copied_at)
    select ${approvalId}, c."personId", c."nodeId", ${at} from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as c("personId" uuid, "nodeId" text) on conflict do nothing`);
}

/** 已阅: marks a person's copies and open tasks of a case as read. False when there was nothing to mark. */
export async function markRead(tx: Executor, approvalId: string, employeeId: string, at: string): Promise<boolean> {
  const copies = await tx.run(sql`update approval_copies set read_at = ${at} where approval_id = ${approvalId} and employee_id = ${employeeId} and read_at is null`);
  const tasks = await tx.run(sql`update tasks set read_at = ${at} where assignee_id = ${employeeId} and read_at is null and visit_id in (select id from visits where approval_id = ${approvalId})`);
  return copies + tasks > 0;
}

/** Who was sent a copy, and who has read it. */
export async function copiesOf(read: Executor, approvalId: string): Promise<{ personId: string; nodeId: string; copiedAt: string; readAt: string | null }[]> {
  return read.all(sql<{ personId: string; nodeId: string; copiedAt: string; readAt: string | null }>`
    select employee_id as "personId", node as "nodeId", copied_at as "copiedAt", read_at as "readAt" from approval_copies where approval_id = ${approvalId} order by copied_at, employee_id`);
}
