import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-approval', rootDir: import.meta.dirname };
