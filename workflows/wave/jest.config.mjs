import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-wave', rootDir: import.meta.dirname };
