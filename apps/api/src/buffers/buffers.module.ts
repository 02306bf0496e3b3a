import { Module } from '@nestjs/common';
import { BuffersController } from './buffers.controller.js';

@Module({ controllers: [BuffersController] })
export class BuffersModule {}
