/** Rule: an act on more people than this needs a second HR person (`rules.md §5`). */
export const ALONE_UP_TO = 20;
