import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { LiveController } from './live.controller.js';
import { LiveService } from './live.service.js';

/** Live events of the signed-in person. */
@Module({ imports: [IdentityModule], controllers: [LiveController], providers: [LiveService] })
export class LiveModule {}
