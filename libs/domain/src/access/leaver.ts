import type { RouteKey } from './table/index.js';

/**
 * What a session of somebody who left reaches, by a link to their private address (`rules.md §11`): the own result, and filing and following an appeal. The rule of
 * each route counts besides, and the object must belong to the one review of the session.
 */
const LEAVER_ROUTES: ReadonlySet<string> = new Set<RouteKey>([
  'identity.session', 'identity.signOut', 'identity.locale', 'reviews.read', 'results.read', 'visits.read', 'appeals.appealable', 'appeals.read', 'papers.upload', 'papers.list', 'papers.read', 'papers.drop', 'buffers.read',
  'processes.visitAction', 'processes.appealAction',
]);

export const mayLeaverUse = (key: string): boolean => LEAVER_ROUTES.has(key);
