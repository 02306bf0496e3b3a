import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-shared', rootDir: import.meta.dirname };
