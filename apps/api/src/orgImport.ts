import { argv } from 'node:process';
import { createOrm, Database } from '@fairmark/persistence/database';
import { applyImport, checkImport } from '@fairmark/persistence/org';
import { loadConfig } from '@fairmark/runtime/config';

/** One dry run or import of a large organisation in a process of its own: `orgImport check|apply <import> <person> <day>`. Ends with the API that started it. */
const [act, id = '', by = '', today = ''] = argv.slice(2);
const abandon = (): never => process.exit(1);
process.once('disconnect', abandon);
const database = new Database(await createOrm({ url: loadConfig().database.url, poolMax: 2 }));
try {
  if (act === 'check') await checkImport(database, id, today);
  else await applyImport(database, id, by, today);
} finally {
  await database.close();
}
process.off('disconnect', abandon);
if (process.connected) process.disconnect();
