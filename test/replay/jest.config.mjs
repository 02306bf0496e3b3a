import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'replay', rootDir: import.meta.dirname, testTimeout: 120_000 };
