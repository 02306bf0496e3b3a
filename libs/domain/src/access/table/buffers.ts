import { allow, type AccessRule } from '../rule.js';

const afterwards = ['buffer', 'appeal', 'closed'] as const;

/** Routes of buffer periods: the person, the line, HR, and whoever signs; never peers. */
export const buffersAccess = {
  'buffers.read': allow('review', { self: afterwards, manager: afterwards, skipLevel: afterwards, assignee: afterwards, delegate: ['buffer'], departmentHead: afterwards, panelMember: afterwards, hr: afterwards }),
} as const satisfies Record<string, AccessRule>;
