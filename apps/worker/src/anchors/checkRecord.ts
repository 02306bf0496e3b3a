import { verifyAudit, type AuditReport } from '@fairmark/persistence/audit';
import type { Database } from '@fairmark/persistence/database';
import { readAnchors } from './file.js';

/** The audit record checked against itself and the anchor file. A line of that file that cannot be read is a finding too. */
export async function checkRecord(database: Database, anchorFile: string): Promise<AuditReport & { anchors: number }> {
  const { anchors, unreadable } = await readAnchors(anchorFile);
  const report = await verifyAudit(database, anchors);
  if (unreadable > 0) report.findings.push({ kind: 'anchorFile', chain: '', seq: null, detail: `${unreadable} lines` });
  return { ...report, anchors: anchors.length };
}
