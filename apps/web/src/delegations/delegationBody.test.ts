import { expect, test } from '@jest/globals';
import dayjs from 'dayjs';
import { CreateDelegation } from '@fairmark/contracts/delegations';
import { readInZone } from '../ui/format.js';
import { delegationBody } from './delegationBody.js';

const typed = { delegateId: ['11111111-1111-4111-8111-111111111111'], from: dayjs('2026-11-25T08:00:00'), to: dayjs('2026-12-05T18:30:00'), kinds: ['review' as const], reason: ' 年假 ' };

test.each([['Asia/Shanghai', '2026-11-25T00:00:00.000Z', '2026-12-05T10:30:00.000Z'], ['Europe/Berlin', '2026-11-25T07:00:00.000Z', '2026-12-05T17:30:00.000Z']])('clock times are those of the reader in %s, whatever zone the device has', (zone, from, to) => {
  readInZone(zone);
  expect(CreateDelegation.parse(delegationBody(typed))).toEqual({ delegateId: typed.delegateId[0], from, to, kinds: ['review'], reason: '年假' });
});
