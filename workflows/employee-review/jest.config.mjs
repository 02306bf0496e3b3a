import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-employee-review', rootDir: import.meta.dirname };
