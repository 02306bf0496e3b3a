import type { WriteCase } from '@fairmark/contracts/cases';
import { indexText } from '@fairmark/domain/cases';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

interface Act {
  by: string;
  at: string;
}

const chainOf = (id: string): string => `case/${id}`;
const tokens = ({ title, tags, situation, decision, lesson }: WriteCase) => ({ title: indexText([title, ...tags].join(' ')), body: indexText([situation, decision, lesson].join(' ')) });

export async function insertCase(tx: Executor, body: WriteCase, { by, at }: Act): Promise<string> {
  const index = tokens(body);
  const row = await tx.one(sql<{ id: string }>`
    insert into cases (title, situation, decision, lesson, kind, tags, keeper_id, review_on, tokens_title, tokens_body, created_by, created_at, updated_at)
    values (${body.title}, ${body.situation}, ${body.decision}, ${body.lesson}, ${body.kind}, ${[...body.tags]}::text[], ${body.keeperId}, ${body.reviewOn}, ${index.title}, ${index.body}, ${by}, ${at}, ${at}) returning id`);
  const { id } = row as { id: string };
  await appendAudit(tx, chainOf(id), { actorId: by }, at, [{ action: 'case.created', object: id, after: { kind: body.kind, keeperId: body.keeperId, reviewOn: body.reviewOn } }]);
  return id;
}

/** False when there is none, or it is archived. */
export async function updateCase(tx: Executor, id: string, body: WriteCase, { by, at }: Act): Promise<boolean> {
  const index = tokens(body);
  const changed = await tx.run(sql`
    update cases set title = ${body.title}, situation = ${body.situation}, decision = ${body.decision}, lesson = ${body.lesson}, kind = ${body.kind}, tags = ${[...body.tags]}::text[], keeper_id = ${body.keeperId}, review_on = ${body.reviewOn},
      tokens_title = ${index.title}, tokens_body = ${index.body}, updated_at = ${at} where id = ${id} and archived_at is null`);
  if (changed > 0) await appendAudit(tx, chainOf(id), { actorId: by }, at, [{ action: 'case.changed', object: id, after: { kind: body.kind, keeperId: body.keeperId, reviewOn: body.reviewOn } }]);
  return changed > 0;
}

/** Takes a case out of the search; it stays readable. */
export async function archiveCase(tx: Executor, id: string, { by, at }: Act): Promise<boolean> {
  const changed = await tx.run(sql`update cases set archived_at = ${at} where id = ${id} and archived_at is null`);
  if (changed > 0) await appendAudit(tx, chainOf(id), { actorId: by }, at, [{ action: 'case.archived', object: id }]);
  return changed > 0;
}

/** Whether somebody is there and has not left. */
export async function isActivePerson(read: Executor, id: string): Promise<boolean> {
  return (await read.one(sql`select 1 from employees where id = ${id} and (left_on is null or left_on > current_date)`)) !== undefined;
}
