import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-pdca-quarter', rootDir: import.meta.dirname };
