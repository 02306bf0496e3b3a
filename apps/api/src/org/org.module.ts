import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { FilesController } from './files.controller.js';
import { ImportJobs } from './importJobs.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { PeopleController } from './people.controller.js';
import { RolesController } from './roles.controller.js';
import { StructureController } from './structure.controller.js';
import { WholeCompany } from './wholeCompany.js';

/** The organisation over HTTP: imports, people, departments, communities, roles. */
@Module({
  imports: [IdentityModule],
  controllers: [ImportsController, FilesController, PeopleController, StructureController, RolesController],
  providers: [ImportsService, ImportJobs, WholeCompany],
})
export class OrgModule {}
