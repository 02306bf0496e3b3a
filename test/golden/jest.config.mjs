import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'golden', rootDir: import.meta.dirname };
