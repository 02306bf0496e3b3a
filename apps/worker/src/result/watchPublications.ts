import { localDateOf } from '@fairmark/domain/calendar';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql, type Database } from '@fairmark/persistence/database';
import { hrFor } from '@fairmark/persistence/org';
import { notifyAll } from '@fairmark/persistence/process';
import { publicationsOverdue } from '@fairmark/persistence/publications';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 300_000;

/** Reminds HR of departments that are not published although the cycle's date is near or there. */
export function startPublicationWatch(database: Database, logger: Logger): BackgroundTask {
  return repeat('publications', EVERY_MS, logger, async () => void (await remindToPublish(database, new Date().toISOString())));
}

/** One look. Everybody of HR gets one reminder for a cycle and morning, however many departments wait. Answers how many were sent. */
export async function remindToPublish(database: Database, now: string): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('publications', 0))`);
    const today = localDateOf(now, (await calendarOf(tx, null)).zone);
    const wanted = new Map<string, { employeeId: string; link: string; since: string }>();
    for (const { cycleId, departmentId, since } of await publicationsOverdue(tx, now)) {
      const link = `/cycles/${cycleId}/publications`;
      for (const employeeId of await hrFor(tx, departmentId, null, today)) wanted.set(`${employeeId}${link}`, { employeeId, link, since });
    }
    const fresh = await tx.all(sql<{ employeeId: string; link: string }>`
      select w."employeeId", w.link from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb) as w("employeeId" uuid, link text, since timestamptz)
      where not exists (select from notices n where n.employee_id = w."employeeId" and n.kind = 'publication.due' and n.link = w.link and n.created_at >= w.since)`);
    await notifyAll(tx, fresh.map((one) => ({ ...one, kind: 'publication.due' })));
    return fresh.length;
  });
}
