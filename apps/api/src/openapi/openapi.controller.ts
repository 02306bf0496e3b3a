import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { accessErrors } from '@fairmark/contracts/errors';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.decorator.js';
import { ApiError } from '../problems/index.js';
import { REFERENCE_PAGE, referenceAsset } from './reference.js';

/** Makes the document when it is first asked for: the application has to be complete. */
export const OPENAPI_DOCUMENT = Symbol('OpenApiDocument');

/** The description of the API, for programs and for people. */
@ApiExcludeController()
@Controller('api')
export class OpenApiController {
  constructor(@Inject(OPENAPI_DOCUMENT) private readonly document: () => OpenAPIObject) {}

  @Get('openapi.json')
  @Access('operations.openapi')
  json(): OpenAPIObject {
    return this.document();
  }

  @Get('reference')
  @Access('operations.reference')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return REFERENCE_PAGE;
  }

  @Get('reference/:name')
  @Access('operations.reference')
  async asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const asset = await referenceAsset(name);
    if (!asset) throw new ApiError(accessErrors.objectNotFound);
    void reply.header('content-type', asset.type).header('cache-control', 'max-age=3600');
    return asset.content;
  }
}
