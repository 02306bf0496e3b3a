import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'runtime', rootDir: import.meta.dirname };
