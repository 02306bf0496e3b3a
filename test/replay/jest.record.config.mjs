import replay from './jest.config.mjs';

/** `npm run replay:record`: runs the recorder instead of the tests. */
export default { ...replay, displayName: 'replay-record', testMatch: ['<rootDir>/src/record.ts'], globalSetup: `${import.meta.dirname}/../../tools/testing/global-setup.mjs`, globalTeardown: `${import.meta.dirname}/../../tools/testing/global-teardown.mjs` };
