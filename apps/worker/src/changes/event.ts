import { loadChange, type ChangeRow } from '@fairmark/persistence/changes';
import type { EventContext } from '../processes/index.js';

/** The change behind an event `organisationChanged`; null when somebody only looked whether the organisation still fits. */
export async function changeOf({ tx, body }: EventContext): Promise<ChangeRow | null> {
  const id = body['changeId'];
  return typeof id === 'string' ? ((await loadChange(tx, id)) ?? null) : null;
}
