import type { CodecKeys } from '@fairmark/runtime/config';

/** Stored histories are encrypted like real ones. This key protects nothing: they hold scripted ids only. */
export const fixtureKeys: CodecKeys = { active: 'fixture', keys: { fixture: Buffer.alloc(32, 'fairmark') } };
