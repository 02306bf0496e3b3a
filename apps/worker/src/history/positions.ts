import type { DecideResult, Position } from '@fairmark/contracts/process';
import type { CodecKeys } from '@fairmark/runtime/config';
import { dataConverter } from '@fairmark/runtime/temporal';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';

/** Where a workflow believed to stand, and when it recorded so. */
export interface ReplayedPosition {
  at: string;
  position: Position;
}

const LOCAL_ACTIVITY = 'core_local_activity';

/**
 * Every position that a workflow adopted, in order, from its history alone: the results of its local activities, decrypted.
 */
export async function positionsOf(history: History, keys: CodecKeys): Promise<ReplayedPosition[]> {
  const found: ReplayedPosition[] = [];
  for (const { eventTime, markerRecordedEventAttributes: marker } of history.events ?? []) {
    const result = marker?.markerName === LOCAL_ACTIVITY ? marker.details?.['result']?.payloads : undefined;
    if (!result || !eventTime) continue;
    const value = await decoded(result as Payload[], keys);
    const at = new Date(Number(eventTime.seconds) * 1_000 + Math.floor(Number(eventTime.nanos ?? 0) / 1_000_000)).toISOString();
    found.push({ at, position: 'position' in value ? value.position : value });
  }
  return found;
}

async function decoded(payloads: Payload[], keys: CodecKeys): Promise<Position | DecideResult> {
  let clear = payloads;
  for (const codec of [...(dataConverter(keys).payloadCodecs ?? [])].reverse()) clear = await codec.decode(clear);
  return defaultPayloadConverter.fromPayload(clear[0] as Payload);
}
