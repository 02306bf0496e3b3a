import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'compose', rootDir: import.meta.dirname };
