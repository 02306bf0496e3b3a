export { EncryptionCodec, UnknownCodecKeyError } from './codec.js';
export { sealText, openText } from './secret-text.js';
export { connectTemporal, lazyTemporalClient, dataConverter, failureConverterPath } from './client.js';
export { executeUpdateWithRetry, UnknownOutcomeError, type UpdateRequest } from './updates.js';
