import type { InboxBox, InboxItem } from '@fairmark/contracts/inbox';

/** Steps that can be decided without opening their page. What has to be looked at the server skips, and says why. */
const STEPS: readonly string[] = ['goalApproval', 'goalChangeApproval', 'approval', 'secondPerson'];

/** Whether an item can be decided together with others. */
export const mayChoose = (item: InboxItem, box: InboxBox): boolean => item.visitId !== null && (box === 'copied' || (box === 'waiting' && STEPS.includes(item.step)));
