import { Injectable } from '@nestjs/common';
import type { CalendarChange, CalendarChangeList, CalendarPreview, MakeCalendarChange, PersonCalendarView, PreviewCalendarChange } from '@fairmark/contracts/calendar';
import { accessErrors } from '@fairmark/contracts/errors';
import { relationsTo } from '@fairmark/persistence/access';
import { calendarChanges, makeCalendarChange, personCalendarView, writeCalendarChange } from '@fairmark/persistence/calendar';
import { Database } from '@fairmark/persistence/database';
import { previewDeadlines } from '@fairmark/persistence/deadlines';
import { scopeOf } from '@fairmark/persistence/org';
import { ApiError } from '../problems/index.js';
import { rehearse } from '../infrastructure/rehearse.js';

/** Changes of calendars with their preview. Whoever is HR or administrator of the whole company changes a country's; HR of a person that person's, never the own. */
@Injectable()
export class CalendarService {
  constructor(private readonly database: Database) {}

  /** The change is made, looked at, and undone: what is shown is what would happen. */
  async preview(actorId: string, { change, alsoEarlier }: PreviewCalendarChange): Promise<CalendarPreview> {
    await this.mayChange(actorId, change);
    const at = new Date().toISOString();
    const scope = await scopeOf(this.database.read, actorId, ['hr']);
    return rehearse(this.database, async (tx) => {
      await writeCalendarChange(tx, change, { by: actorId, at });
      return previewDeadlines(tx, 'country' in change ? { country: change.country } : { employeeId: change.employeeId }, { id: actorId, scope }, at, alsoEarlier);
    });
  }

  /** Answers the id of the change; running deadlines move within seconds. */
  async make(actorId: string, body: MakeCalendarChange): Promise<string> {
    await this.mayChange(actorId, body.change);
    return this.database.transaction((tx) => makeCalendarChange(tx, body, { by: actorId, at: new Date().toISOString() }));
  }

  async list(actorId: string, { page, pageSize }: { page: number; pageSize: number }): Promise<CalendarChangeList> {
    return calendarChanges(this.database.read, await scopeOf(this.database.read, actorId, ['hr', 'admin']), { limit: pageSize, offset: (page - 1) * pageSize });
  }

  async person(employeeId: string): Promise<PersonCalendarView> {
    const view = await personCalendarView(this.database.read, employeeId);
    if (!view) throw new ApiError(accessErrors.objectNotFound);
    return view;
  }

  /** @throws {ApiError} `ACCESS.DENIED` */
  private async mayChange(actorId: string, change: CalendarChange): Promise<void> {
    const { read } = this.database;
    const allowed = 'country' in change ? (await scopeOf(read, actorId, ['hr', 'admin'])) === 'all' : await isHrOf(relationsTo(read, actorId, 'employee', change.employeeId));
    if (!allowed) throw new ApiError(accessErrors.denied);
  }
}

async function isHrOf(standing: ReturnType<typeof relationsTo>): Promise<boolean> {
  const { relations } = await standing;
  return relations.has('hr') && !relations.has('self');
}
