import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '@fairmark/contracts/common';
import { Publication, PublicationBoard, PublishResults } from '@fairmark/contracts/publications';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Answer } from '../problems/index.js';
import { PublicationsService } from './publications.service.js';

/** HR publishes the results of a department, after it saw what they cost. */
@ApiTags('publications')
@Controller('api/publications')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get(':cycleId')
  @Access('publications.read')
  @Answer(PublicationBoard)
  async read(@Param('cycleId', { schema: Id }) cycleId: string, @CurrentActor() actor: Actor): Promise<PublicationBoard> {
    return this.publications.board(cycleId, actor.employeeId, new Date().toISOString());
  }

  @Post()
  @Access('publications.request')
  @Answer(Publication, 201)
  async publish(@Body({ schema: PublishResults }) body: PublishResults, @CurrentActor() actor: Actor): Promise<Publication> {
    return this.publications.publish(body, actor.employeeId, new Date().toISOString());
  }
}
