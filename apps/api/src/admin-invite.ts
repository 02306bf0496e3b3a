import { argv } from 'node:process';
import { createOrm, Database } from '@fairmark/persistence/database';
import { loadConfig } from '@fairmark/runtime/config';
import { administratorLink } from './identity/administratorLink.js';

/**
 * Prints a one-time link for an administrator: `admin-invite [email]`. Somebody who is in the company already gets the role and a link for their
 * password; otherwise the link leads to the set-up page. With `--first` it prints nothing once there is an administrator.
 */
const config = loadConfig();
const database = new Database(await createOrm({ url: config.database.url, poolMax: 1 }));
try {
  const email = argv.slice(2).find((argument) => !argument.startsWith('--'));
  const link = await administratorLink(database, config.http.publicUrl, { email, onlyFirst: argv.includes('--first') });
  if (link) console.log(link);
} finally {
  await database.close();
}
