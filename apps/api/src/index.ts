export { createApp, type AppOptions } from './createApp.js';
export { featureModules } from './features.js';
export { routesOf, type RouteInfo } from './access/index.js';
