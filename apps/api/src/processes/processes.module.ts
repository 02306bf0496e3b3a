import { Module } from '@nestjs/common';
import { CommandsService } from './commands.service.js';
import { ProcessesController } from './processes.controller.js';

/** Decisions of people over HTTP. */
@Module({ controllers: [ProcessesController], providers: [CommandsService], exports: [CommandsService] })
export class ProcessesModule {}
