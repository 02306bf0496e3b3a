export { expiredExports, exportContent, noteDeleted, settleExport, takeExport } from './build.js';
export { payrollExport, payrollSize } from './payroll.js';
export { exportOf, exportsOf, exportView, noteDownload, requestExport, type ExportRow } from './rows.js';
