import { Inject, Injectable } from '@nestjs/common';
import { accessErrors, robotErrors } from '@fairmark/contracts/errors';
import type { CreateRobotChannel, RobotBody, RobotChannelList, RobotChannelView } from '@fairmark/contracts/robots';
import { isRobotAddress } from '@fairmark/domain/robots';
import { Database, type Executor } from '@fairmark/persistence/database';
import { scopeOf } from '@fairmark/persistence/org';
import { enqueue } from '@fairmark/persistence/process';
import { createRobotChannel, departmentExists, disableRobotChannel, robotChannelById, robotChannels } from '@fairmark/persistence/robots';
import type { Config } from '@fairmark/runtime/config';
import { sealText } from '@fairmark/runtime/temporal';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

/** Robots of group chats: made, tried out and switched off by HR and administrators of the departments that they speak of. */
@Injectable()
export class RobotsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actorId: string): Promise<RobotChannelList> {
    return { channels: await robotChannels(this.database.read, await this.scope(this.database.read, actorId)) };
  }

  /** Address and secret are sealed before they reach the database. @throws {ApiError} `ROBOT.ADDRESS_REFUSED`, `ROBOT.UNKNOWN_DEPARTMENT`, and `ACCESS.DENIED` for a department outside the scope */
  async create(actorId: string, { webhookUrl, secret, ...channel }: CreateRobotChannel): Promise<string> {
    if (!isRobotAddress(channel.kind, webhookUrl)) throw new ApiError(robotErrors.addressRefused);
    const { codecKeys } = this.config;
    return this.database.transaction(async (tx) => {
      const scope = await this.scope(tx, actorId);
      if (scope !== 'all' && !(channel.departmentId && scope.includes(channel.departmentId))) throw new ApiError(accessErrors.denied);
      if (channel.departmentId && !(await departmentExists(tx, channel.departmentId))) throw new ApiError(robotErrors.unknownDepartment);
      const sealed = { sealedUrl: sealText(codecKeys, webhookUrl), sealedSecret: secret === null ? null : sealText(codecKeys, secret) };
      return createRobotChannel(tx, { ...channel, ...sealed }, { by: actorId, at: new Date().toISOString() });
    });
  }

  /** Sends a message that says only that the group is connected; what became of it stands in the list. @throws {ApiError} `OBJECT.NOT_FOUND`, `ROBOT.DISABLED` */
  async test(actorId: string, id: string): Promise<RobotChannelView> {
    return this.database.transaction(async (tx) => {
      const channel = await this.find(tx, actorId, id);
      if (!channel.enabled) throw new ApiError(robotErrors.disabled);
      const body: RobotBody = { channelId: id, purpose: 'test', waiting: [], link: '/inbox' };
      await enqueue(tx, 'webhook', { ...body });
      return channel;
    });
  }

  /** @throws {ApiError} `OBJECT.NOT_FOUND`, `ROBOT.DISABLED` */
  async disable(actorId: string, id: string): Promise<RobotChannelView> {
    return this.database.transaction(async (tx) => {
      await this.find(tx, actorId, id);
      if (!(await disableRobotChannel(tx, id, { by: actorId, at: new Date().toISOString() }))) throw new ApiError(robotErrors.disabled);
      return this.find(tx, actorId, id);
    });
  }

  private scope(read: Executor, actorId: string): ReturnType<typeof scopeOf> {
    return scopeOf(read, actorId, ['hr', 'admin']);
  }

  private async find(tx: Executor, actorId: string, id: string): Promise<RobotChannelView> {
    const channel = await robotChannelById(tx, id, await this.scope(tx, actorId));
    if (!channel) throw new ApiError(accessErrors.objectNotFound);
    return channel;
  }
}
