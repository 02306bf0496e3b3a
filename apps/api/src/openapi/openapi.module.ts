import { type DynamicModule, Module } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { OPENAPI_DOCUMENT, OpenApiController } from './openapi.controller.js';

/** Serves the description of the API that `document` makes once. */
@Module({})
export class OpenApiModule {
  static with(document: () => OpenAPIObject): DynamicModule {
    let made: OpenAPIObject | undefined;
    return { module: OpenApiModule, controllers: [OpenApiController], providers: [{ provide: OPENAPI_DOCUMENT, useValue: () => (made ??= document()) }] };
  }
}
