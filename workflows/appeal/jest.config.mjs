import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-appeal', rootDir: import.meta.dirname };
