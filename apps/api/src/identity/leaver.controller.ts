import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Id } from '@fairmark/contracts/common';
import { OpenLink, SessionView } from '@fairmark/contracts/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { type Actor, CurrentActor } from '../access/actor.js';
import { Answer } from '../problems/index.js';
import { addressKey } from './address.js';
import { Attempts } from './attempts.js';
import { LeaverService } from './leaver.service.js';
import { Sessions } from './sessions.js';
import { SignInService } from './signIn.service.js';

/** How somebody who left reaches their result and an appeal, and nothing else. */
@Controller('api')
export class LeaverController {
  constructor(
    private readonly leavers: LeaverService,
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
  ) {}

  /** Uses the link up and starts a session for the one review. */
  @Post('links/open')
  @Access('identity.openLink')
  @Answer(SessionView)
  async open(@Body({ schema: OpenLink }) body: OpenLink, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    await this.attempts.take('link', addressKey(request.ip));
    const session = await this.leavers.open(body.token);
    this.sessions.setCookies(reply, session);
    return this.signIns.view(session.employeeId, session.csrfToken, session.reviewId);
  }

  /** Another link to the same private address; the answer is the same whether one was sent or not. */
  @Post('links/renew')
  @HttpCode(202)
  @Access('identity.renewLink')
  async renew(@Body({ schema: OpenLink }) body: OpenLink, @Req() request: FastifyRequest): Promise<void> {
    await this.attempts.take('resetAddress', addressKey(request.ip));
    await this.leavers.renew(body.token);
  }

  /** HR sends the link again, for example after the private address was corrected. */
  @Post('reviews/:id/leaver-link')
  @HttpCode(202)
  @Access('identity.leaverLink')
  async send(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) reviewId: string): Promise<void> {
    await this.leavers.send(reviewId, actor.employeeId);
  }
}
