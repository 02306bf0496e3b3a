/** Injection tokens of what every feature shares. `Database` is injected by its class. */
export const CONFIG = Symbol('Config');
export const LOGGER = Symbol('Logger');
export const TEMPORAL_CLIENT = Symbol('TemporalClient');
