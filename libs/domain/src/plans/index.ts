export * from './difference/index.js';
export * from './lookup.js';
export { panelSize } from './panelSize.js';
export { isValidValue, needsStepCurve } from './sheets.js';
export { defaultStepRules, mayDefault, stepRule } from './steps.js';
export * from './validate.js';
export * from './reward-preview.js';
export * from './reference.js';
