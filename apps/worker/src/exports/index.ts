export { buildExport, startExportConsumer, type ExportJob } from './consumer.js';
export { dropExpired, startExportExpiry } from './expiry.js';
