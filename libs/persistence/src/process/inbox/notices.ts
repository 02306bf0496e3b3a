import type { NoticesPage, NoticeView } from '@fairmark/contracts/inbox';
import { sql, type Executor } from '../../database/index.js';

/** One page of a person's notices, newest first. */
export async function noticesPage(read: Executor, employeeId: string, page: { limit: number; offset: number }): Promise<NoticesPage> {
  const items = await read.all(sql<NoticeView>`
    select id, kind, link, params, created_at as "createdAt", read_at as "readAt" from notices where employee_id = ${employeeId} order by created_at desc, id desc limit ${page.limit} offset ${page.offset}`);
  const row = await read.one(sql<{ unread: number }>`select count(*)::integer as unread from notices where employee_id = ${employeeId} and read_at is null`);
  return { items, unread: row?.unread ?? 0 };
}

/** Marks notices of a person as read: the given ones, or all. */
export async function readNotices(tx: Executor, employeeId: string, ids: readonly string[] | undefined): Promise<void> {
  await tx.run(sql`update notices set read_at = now() where employee_id = ${employeeId} and read_at is null and (${ids ?? null}::uuid[] is null or id = any(${ids ?? null}::uuid[]))`);
}
