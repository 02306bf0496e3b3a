import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-calibration', rootDir: import.meta.dirname };
