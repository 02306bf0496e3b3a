import { Module } from '@nestjs/common';
import { Sessions } from './sessions.js';

/** Who somebody is: sign-in, sessions, passwords, one-time links. */
@Module({ providers: [Sessions], exports: [Sessions] })
export class IdentityModule {}
