import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-pilot', rootDir: import.meta.dirname };
