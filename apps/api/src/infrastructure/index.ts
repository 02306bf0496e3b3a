export { attachment } from './attachment.js';
export { CONFIG, LOGGER, TEMPORAL_CLIENT } from './tokens.js';
export { InfrastructureModule, type Infrastructure } from './infrastructure.module.js';
