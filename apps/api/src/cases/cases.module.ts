import { Module } from '@nestjs/common';
import { CaseLibraryController } from './cases.controller.js';
import { LibraryService } from './library.service.js';

/** The case library over HTTP. */
@Module({ controllers: [CaseLibraryController], providers: [LibraryService] })
export class CaseLibraryModule {}
