import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'approvals', rootDir: import.meta.dirname, globalSetup: `${import.meta.dirname}/../../tools/testing/global-setup.mjs`, globalTeardown: `${import.meta.dirname}/../../tools/testing/global-teardown.mjs`, testTimeout: 300_000 };
