import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AppLocale, OrgFileKind, OrgFileQuery } from '@fairmark/contracts/org';
import { exportFiles, fileKinds, template } from '@fairmark/domain/org';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database } from '@fairmark/persistence/database';
import { loadSnapshot } from '@fairmark/persistence/org';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { todayOf } from './day.js';
import { download } from './download.js';
import { WholeCompany } from './wholeCompany.js';
import { zip } from './zip.js';

/** Files of the organisation: empty ones to fill in, and what is there in the form in which it can be imported again. */
@ApiTags('organisation')
@Controller('api/org')
export class FilesController {
  constructor(
    private readonly database: Database,
    private readonly wholeCompany: WholeCompany,
  ) {}

  @Get('templates')
  @Access('org.templates')
  templates(@CurrentActor() actor: Actor, @Query({ schema: OrgFileQuery }) { locale = actor.locale }: OrgFileQuery): StreamableFile {
    return download('templates.zip', zip(fileKinds.map((kind) => [`${kind}.csv`, template(kind, locale)])));
  }

  @Get('templates/:kind')
  @Access('org.templates')
  template(@CurrentActor() actor: Actor, @Param('kind', { schema: OrgFileKind }) kind: OrgFileKind, @Query({ schema: OrgFileQuery }) { locale = actor.locale }: OrgFileQuery): StreamableFile {
    return download(`${kind}.csv`, template(kind, locale));
  }

  @Get('export')
  @Access('org.export')
  async exportAll(@CurrentActor() actor: Actor, @Query({ schema: OrgFileQuery }) { locale = actor.locale }: OrgFileQuery): Promise<StreamableFile> {
    const files = await this.files(actor, locale, fileKinds);
    return download('organisation.zip', zip([...files].map(([kind, bytes]) => [`${kind}.csv`, bytes])));
  }

  @Get('export/:kind')
  @Access('org.export')
  async export(@CurrentActor() actor: Actor, @Param('kind', { schema: OrgFileKind }) kind: OrgFileKind, @Query({ schema: OrgFileQuery }) { locale = actor.locale }: OrgFileQuery): Promise<StreamableFile> {
    return download(`${kind}.csv`, (await this.files(actor, locale, [kind])).get(kind) ?? new Uint8Array());
  }

  /** Personal data of everybody leaves the application: who took it is recorded. */
  private async files(actor: Actor, locale: AppLocale, kinds: readonly OrgFileKind[]): Promise<Map<OrgFileKind, Uint8Array>> {
    await this.wholeCompany.assert(actor, 'hr', 'admin');
    const at = new Date().toISOString();
    await this.database.transaction((tx) => appendAudit(tx, 'org/exports', { actorId: actor.employeeId }, at, [{ action: 'org.exported', object: 'organisation', after: { kinds } }]));
    return exportFiles(await loadSnapshot(this.database.read), locale, todayOf(actor));
  }
}
