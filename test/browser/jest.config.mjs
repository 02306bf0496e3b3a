import path from 'node:path';
import preset from '../../jest.preset.mjs';

const here = (file) => path.join(import.meta.dirname, file);

export default { ...preset, displayName: 'browser', rootDir: import.meta.dirname, globalSetup: here('stack/set-up.mjs'), globalTeardown: here('stack/tear-down.mjs'), testTimeout: 180_000, maxWorkers: 1 };
