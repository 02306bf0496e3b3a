export { loadConfig, loadOwnerUrl, ConfigurationError, type Config, type CodecKeys } from './config.js';
export { CONFIGURATION_KEYS } from './keys.js';
