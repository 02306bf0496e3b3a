import { sql, type Executor } from '../database/index.js';

export interface Draft {
  body: Record<string, unknown>;
  savedAt: string;
}

/** What somebody typed and has not sent. Only the author's own rows are ever read. */
export async function draftOf(tx: Executor, authorId: string, subject: string): Promise<Draft | undefined> {
  return tx.one(sql<Draft>`select body, updated_at as "savedAt" from drafts where author_id = ${authorId} and subject = ${subject}`);
}

/** Saves a draft; answers the instant at which it was saved. */
export async function saveDraft(tx: Executor, authorId: string, subject: string, body: Record<string, unknown>): Promise<string> {
  const row = await tx.one(sql<{ savedAt: string }>`
    insert into drafts (author_id, subject, body) values (${authorId}, ${subject}, ${JSON.stringify(body)}::jsonb)
    on conflict (author_id, subject) do update set body = excluded.body, updated_at = now() returning updated_at as "savedAt"`);
  return (row as { savedAt: string }).savedAt;
}

/** The draft of a visit has been sent. */
export async function dropDraft(tx: Executor, authorId: string, subject: string): Promise<void> {
  await tx.run(sql`delete from drafts where author_id = ${authorId} and subject = ${subject}`);
}
