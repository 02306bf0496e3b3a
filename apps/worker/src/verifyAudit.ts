import process from 'node:process';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { checkRecord } from './anchors/checkRecord.js';

/** `npm run verify:audit`: checks the audit record against itself and its anchors. Ends with 1 when something was altered. */
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 2 }));
try {
  const report = await checkRecord(database, config.auditAnchorFile);
  for (const finding of report.findings) process.stderr.write(`${JSON.stringify(finding)}\n`);
  const { entries, chains, anchors } = report;
  process.stdout.write(`${JSON.stringify({ entries, chains, anchors, findings: report.findings.length, verified: report.findings.length === 0 })}\n`);
  process.exitCode = report.findings.length === 0 ? 0 : 1;
} finally {
  await database.close();
}
