import { allow, signedIn, type AccessRule } from '../rule.js';

/** While a panel of the present level sits: its members read the one case from assignment to decision. */
const sitting = ['deliberation', 'rescoring', 'secondLevel'] as const;

/** Routes of appeals and their papers. What each reader gets of a case, and whose papers, is cut in the view. */
export const appealsAccess = {
  'appeals.list': signedIn,
  'appeals.read': allow('appeal', { self: '*', manager: '*', assignee: '*', delegate: ['admissibility'], panelMember: sitting, hr: '*' }),
  'appeals.appealable': allow('review', { self: ['result', 'buffer', 'appeal', 'closed'] }),
  'papers.upload': allow('review', { self: '*', manager: ['appeal'] }),
  'papers.list': allow('review', { self: '*', manager: ['appeal'] }),
  'papers.read': allow('review', { self: '*', manager: ['appeal', 'buffer', 'closed'], panelMember: ['appeal'] }),
  'papers.drop': allow('review', { self: '*', manager: ['appeal'] }),
} as const satisfies Record<string, AccessRule>;
