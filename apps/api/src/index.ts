export { createApp, type AppOptions } from './createApp.js';
export { featureModules } from './features.js';
export { AccessGuard, routesOf, type RouteInfo } from './access/index.js';
