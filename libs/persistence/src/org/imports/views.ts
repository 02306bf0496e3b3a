import type { OrgImportSummary, OrgImportView } from '@fairmark/contracts/org';
import { sql, type Executor } from '../../database/index.js';
import { personRef } from '../read/personLine.js';
import { silent } from './rows.js';

const summary = sql`
  i.id, case when i.state in ('checking', 'applying') and i.beat_at < now() - ${silent} then 'interrupted' else i.state end as state, i.files, (i.preview ->> 'changeCount')::integer as "changeCount",
  (i.preview ->> 'errorCount')::integer as "errorCount", i.result ->> 'failure' as failure, ${personRef('u')} as "uploadedBy", ${personRef('a')} as "appliedBy", i.created_at as "createdAt", i.applied_at as "appliedAt"`;
const tables = sql`org_imports i left join employees u on u.id = i.uploaded_by left join employees a on a.id = i.applied_by`;

/** The last imports, newest first. */
export async function listImports(read: Executor, limit = 50): Promise<OrgImportSummary[]> {
  return read.all(sql<OrgImportSummary>`select ${summary} from ${tables} order by i.created_at desc limit ${limit}`);
}

/** One import with its progress and preview, or undefined. */
export async function importView(read: Executor, id: string): Promise<OrgImportView | undefined> {
  return read.one(sql<OrgImportView>`select ${summary}, nullif(i.progress, '{}'::jsonb) as progress, i.preview from ${tables} where i.id = ${id}`);
}
