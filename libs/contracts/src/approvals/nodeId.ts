import { z } from 'zod';

/**
 * Name of a node inside a definition; stays the same across versions. A node of a sub-process that was inlined carries the names of the sub-processes around it
 * in front, with dots.
 */
export const NodeId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}(\.[a-z][A-Za-z0-9]{0,39}){0,3}$/);
