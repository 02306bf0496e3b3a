import preset from '../../jest.preset.mjs';

export default {
  ...preset, displayName: 'demo', rootDir: import.meta.dirname,
  globalSetup: `${import.meta.dirname}/../../tools/testing/global-setup.mjs`,
  globalTeardown: `${import.meta.dirname}/../../tools/testing/global-teardown.mjs`,
};
