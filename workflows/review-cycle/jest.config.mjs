import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-review-cycle', rootDir: import.meta.dirname };
