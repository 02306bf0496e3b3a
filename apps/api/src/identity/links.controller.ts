import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { InspectLink, LinkView, RedeemLink, RequestReset, SessionView, SetUp } from '@fairmark/contracts/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { Answer } from '../problems/index.js';
import { addressKey } from './address.js';
import { Attempts } from './attempts.js';
import { LinksService } from './links.service.js';
import { Sessions, type StartedSession } from './sessions.js';
import { SignInService } from './signIn.service.js';

/** What somebody with a one-time link does before they have a session. */
@Controller('api')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
  ) {}

  @Post('password-resets')
  @HttpCode(202)
  @Access('identity.requestReset')
  async requestReset(@Body({ schema: RequestReset }) body: RequestReset, @Req() request: FastifyRequest): Promise<void> {
    await this.attempts.take('resetAddress', addressKey(request.ip));
    await this.attempts.take('resetAccount', body.email);
    await this.links.requestReset(body.email);
  }

  @Post('links/inspect')
  @Access('identity.inspectLink')
  @Answer(LinkView)
  async inspect(@Body({ schema: InspectLink }) body: InspectLink, @Req() request: FastifyRequest): Promise<LinkView> {
    await this.attempts.take('link', addressKey(request.ip));
    return this.links.inspect(body.token);
  }

  @Post('links/redeem')
  @Access('identity.redeemLink')
  @Answer(SessionView)
  async redeem(@Body({ schema: RedeemLink }) body: RedeemLink, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    await this.attempts.take('link', addressKey(request.ip));
    return this.signedIn(await this.links.redeem(body), reply);
  }

  @Post('setup')
  @Access('identity.setUp')
  @Answer(SessionView)
  async setUp(@Body({ schema: SetUp }) body: SetUp, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    await this.attempts.take('link', addressKey(request.ip));
    return this.signedIn(await this.links.setUp(body), reply);
  }

  private signedIn(session: StartedSession & { employeeId: string }, reply: FastifyReply): Promise<SessionView> {
    this.sessions.setCookies(reply, session);
    return this.signIns.view(session.employeeId, session.csrfToken);
  }
}
