import { Refused } from '../driver/person.mjs';
import { pooled } from '../driver/pool.mjs';

const AT_ONCE = 3;

/** What somebody may not see is an answer too: it stands in the log. */
async function seen(asking) {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/**
 * Every participant looks at their inbox and at the case, as they would on their screens. The answers go into the log, for the judge.
 * @param {{ scenario: string, row: number, cast: import('./company.mjs').Cast, approvalId: string | undefined }} of
 */
export async function lookAround({ scenario, row, cast, approvalId }) {
  await pooled(Object.entries(cast), AT_ONCE, async ([as, person]) => {
    const looking = person.tagged({ scenario, row, part: 'look', as });
    const inbox = await seen(looking.get('/api/inbox?box=waiting&pageSize=100'));
    if (inbox?.counts.copied > 0) await seen(looking.get('/api/inbox?box=copied&pageSize=100'));
    if (approvalId) await seen(looking.get(`/api/approvals/${approvalId}`));
  });
}
