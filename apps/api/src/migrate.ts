import { migrate } from '@fairmark/persistence/database';
import { loadOwnerUrl } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';

const applied = await migrate(loadOwnerUrl());
createLogger('migrate', 'info').info({ applied }, applied.length > 0 ? 'migrated' : 'nothing to migrate');
