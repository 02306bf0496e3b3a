export * from './org.js';
export * from './cycles.js';
export * from './calibration.js';
export * from './calendar.js';
