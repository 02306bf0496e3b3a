import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ChangePassword, ChooseLocale, SessionView, SignIn } from '@fairmark/contracts/identity';
import { Database } from '@fairmark/persistence/database';
import { endSession, setLocale } from '@fairmark/persistence/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { type Actor, CurrentActor } from '../access/actor.js';
import { Answer } from '../problems/index.js';
import { Sessions } from './sessions.js';
import { SignInService } from './signIn.service.js';

/** The session of the person at the browser. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly database: Database,
  ) {}

  @Post()
  @Access('identity.signIn')
  @Answer(SessionView)
  async signIn(@Body({ schema: SignIn }) body: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const session = await this.signIns.signIn(body, request.ip);
    this.sessions.setCookies(reply, session);
    return this.signIns.view(session.employeeId, session.csrfToken);
  }

  @Get()
  @Access('identity.session')
  @Answer(SessionView)
  read(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SessionView> {
    return this.signIns.view(actor.employeeId, this.sessions.csrfTokenOf(this.sessions.secretOf(request) ?? ''), actor.reviewId);
  }

  @Delete()
  @HttpCode(204)
  @Access('identity.signOut')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await endSession(this.database.read, actor.sessionId);
    this.sessions.clearCookies(reply);
  }

  @Put('locale')
  @HttpCode(204)
  @Access('identity.locale')
  async locale(@CurrentActor() actor: Actor, @Body({ schema: ChooseLocale }) body: ChooseLocale): Promise<void> {
    await setLocale(this.database.read, actor.employeeId, body.locale);
  }

  @Put('password')
  @HttpCode(204)
  @Access('identity.password')
  async password(@CurrentActor() actor: Actor, @Body({ schema: ChangePassword }) body: ChangePassword): Promise<void> {
    await this.signIns.changePassword(actor, body);
  }
}
