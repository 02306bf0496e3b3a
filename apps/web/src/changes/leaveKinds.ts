/** Kinds of leave that HR records here; an import may bring others. */
export const LEAVE_KINDS = ['leave', 'sick', 'parental'] as const;
