import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Attempts } from './attempts.js';
import { LeaverController } from './leaver.controller.js';
import { LeaverService } from './leaver.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignInService } from './signIn.service.js';

/** Who somebody is: sign-in, sessions, passwords, one-time links. `LinksService.invite` is for features that add people. */
@Module({ controllers: [SessionController, LinksController, LeaverController, AccountsController], providers: [Sessions, Attempts, SignInService, LinksService, LeaverService], exports: [Sessions, LinksService] })
export class IdentityModule {}
