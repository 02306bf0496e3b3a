/** Fields that every process fills in by itself when its form has them; their names and types are fixed. */
export const SYSTEM_FIELDS = { department: 'department', people: 'level' } as const;
