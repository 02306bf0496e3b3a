export { Access } from './access.decorator.js';
export { type Actor, CurrentActor, CurrentStanding } from './actor.js';
export { AccessModule } from './access.module.js';
export { AccessGuard, accessRules } from './access.guard.js';
export { routesOf, type RouteInfo } from './routes.js';
