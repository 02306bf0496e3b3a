import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarChangeList, CalendarChangeMade, CalendarChangeQuery, CalendarPreview, CalendarYear, CalendarYearKey, MakeCalendarChange, PersonCalendarView, PreviewCalendarChange } from '@fairmark/contracts/calendar';
import { Id } from '@fairmark/contracts/common';
import { calendarYear } from '@fairmark/persistence/calendar';
import { Database } from '@fairmark/persistence/database';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { CalendarService } from './calendar.service.js';

/** Calendars of countries and people, and what a change of one does to running deadlines. */
@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
  ) {}

  @Get('years/:country/:year')
  @Access('calendar.year')
  @Answer(CalendarYear)
  async year(@Param('country', { schema: CalendarYearKey.country }) country: string, @Param('year', { schema: CalendarYearKey.year }) year: number): Promise<CalendarYear> {
    return calendarYear(this.database.read, country, year);
  }

  @Get('people/:id')
  @Access('calendar.person')
  @Answer(PersonCalendarView)
  async person(@Param('id', { schema: Id }) id: string): Promise<PersonCalendarView> {
    return this.calendar.person(id);
  }

  /** Which running deadlines a change would move, and from when to when. Nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  @Access('calendar.preview')
  @Answer(CalendarPreview)
  async preview(@CurrentActor() { employeeId }: Actor, @Body({ schema: PreviewCalendarChange }) body: PreviewCalendarChange): Promise<CalendarPreview> {
    return this.calendar.preview(employeeId, body);
  }

  @Get('changes')
  @Access('calendar.changes')
  @Answer(CalendarChangeList)
  async changes(@CurrentActor() { employeeId }: Actor, @Query({ schema: CalendarChangeQuery }) query: CalendarChangeQuery): Promise<CalendarChangeList> {
    return this.calendar.list(employeeId, query);
  }

  @Post('changes')
  @Access('calendar.change')
  @Answer(CalendarChangeMade, 201)
  async change(@CurrentActor() { employeeId }: Actor, @Body({ schema: MakeCalendarChange }) body: MakeCalendarChange): Promise<CalendarChangeMade> {
    return { id: await this.calendar.make(employeeId, body) };
  }
}
