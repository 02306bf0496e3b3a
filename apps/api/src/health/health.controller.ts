import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Liveness, Readiness } from '@fairmark/contracts/health';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { Answer } from '../problems/index.js';
import { ReadinessService } from './readiness.service.js';

/** Probes for supervisors and load balancers. They name parts, never reasons. */
@Controller('api/health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  /** The process answers. */
  @Get('live')
  @Access('operations.live')
  @Answer(Liveness)
  live(): Liveness {
    return { status: 'ok' };
  }

  /** Everything that a decision needs answers. */
  @Get('ready')
  @Access('operations.ready')
  @Answer(Readiness)
  @ApiResponse({ status: 503, description: 'Not ready', standardSchema: Readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const answer = await this.readiness.check();
    if (answer.status !== 'ready') void reply.status(503);
    return answer;
  }
}
