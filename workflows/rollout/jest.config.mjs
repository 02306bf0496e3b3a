import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'workflow-rollout', rootDir: import.meta.dirname };
