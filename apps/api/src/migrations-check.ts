import { migrate, schemaDrift } from '@fairmark/persistence/database';
import { loadOwnerUrl } from '@fairmark/runtime/config';

/** Migrates an empty database and compares it with the entities. `tools/checks/migrations.mjs` provides the database. */
const ownerUrl = loadOwnerUrl();
await migrate(ownerUrl);
const drift = await schemaDrift(ownerUrl);
if (drift.length > 0) {
  console.error(`The entities differ from the migrations; a migration or an entity is missing:\n${drift.join('\n')}`);
  process.exitCode = 1;
}
