import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@fairmark/domain/common';
import { ApiError } from './apiError.js';
import { problemOf } from './describe.js';

const failure = (message: string, code?: string): Error => Object.assign(new Error(message), { code });

describe('problemOf', () => {
  it.each([
    ['a server that was killed', failure('terminating connection due to unexpected postmaster exit', '57P01')],
    ['a server that is starting', failure('the database system is starting up', '57P03')],
    ['no server at all', failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
    ['a connection that broke off', failure('Connection terminated unexpectedly')],
    ['a failed query around it', new Error('The query failed', { cause: failure('terminating connection', '57P01') })],
  ])('asks to try again after %s', (_, thrown) => {
    expect(problemOf(thrown)).toMatchObject({ status: 503, code: 'SERVICE.UNAVAILABLE', errorId: expect.any(String) as unknown });
  });

  it('says nothing about a fault of ours but its id', () => {
    expect(problemOf(failure('column "x" does not exist', '42703'))).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'INTERNAL.ERROR', details: {}, errorId: expect.any(String) as unknown });
  });

  it('keeps the code of a refusal', () => {
    expect(problemOf(new ApiError('ACCESS.DENIED'))).toMatchObject({ status: 403, code: 'ACCESS.DENIED' });
    expect(problemOf(new DomainError('GOALS.NOT_IN_PERIOD', { step: 'scoring' }))).toMatchObject({ status: 422, details: { step: 'scoring' } });
  });
});
