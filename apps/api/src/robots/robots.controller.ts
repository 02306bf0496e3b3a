import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { CreateRobotChannel, RobotChannelList, RobotChannelMade, RobotChannelView } from '@fairmark/contracts/robots';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { RobotsService } from './robots.service.js';

/** Robots of group chats in Feishu 飞书, DingTalk 钉钉 and WeCom 企业微信. */
@ApiTags('robots')
@Controller('api/robots')
export class RobotsController {
  constructor(private readonly robots: RobotsService) {}

  /** Without addresses and secrets: nobody reads them again. */
  @Get()
  @Access('robots.list')
  @Answer(RobotChannelList)
  async list(@CurrentActor() { employeeId }: Actor): Promise<RobotChannelList> {
    return this.robots.list(employeeId);
  }

  @Post()
  @Access('robots.create')
  @Answer(RobotChannelMade, 201)
  async create(@CurrentActor() { employeeId }: Actor, @Body({ schema: CreateRobotChannel }) body: CreateRobotChannel): Promise<RobotChannelMade> {
    return { id: await this.robots.create(employeeId, body) };
  }

  /** A test message leaves within seconds; `lastSentAt` and `failure` of the list say what became of it. */
  @Post(':id/test')
  @Access('robots.test')
  @Answer(RobotChannelView, 202)
  async test(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string): Promise<RobotChannelView> {
    return this.robots.test(employeeId, id);
  }

  @Post(':id/disable')
  @Access('robots.disable')
  @Answer(RobotChannelView)
  async disable(@CurrentActor() { employeeId }: Actor, @Param('id', { schema: Id }) id: string): Promise<RobotChannelView> {
    return this.robots.disable(employeeId, id);
  }
}
