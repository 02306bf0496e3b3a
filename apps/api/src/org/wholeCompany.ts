import { Injectable } from '@nestjs/common';
import { accessErrors } from '@fairmark/contracts/errors';
import { Database } from '@fairmark/persistence/database';
import type { StoredRole } from '@fairmark/persistence/identity';
import { scopeOf } from '@fairmark/persistence/org';
import type { Actor } from '../access/index.js';
import { ApiError } from '../problems/index.js';

/** Acts that touch everybody need a role whose scope is the whole company; the access table knows roles only. */
@Injectable()
export class WholeCompany {
  constructor(private readonly database: Database) {}

  /** @throws ApiError ACCESS.DENIED */
  async assert(actor: Actor, ...roles: StoredRole[]): Promise<void> {
    if ((await scopeOf(this.database.read, actor.employeeId, roles)) !== 'all') throw new ApiError(accessErrors.denied);
  }
}
