import fastifyMultipart from '@fastify/multipart';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessRule } from '@fairmark/domain/access';
import { accessRules } from './access/index.js';
import { AppModule } from './app.module.js';
import { featureModules } from './features.js';
import { type Infrastructure } from './infrastructure/index.js';
import { nestLogger } from './infrastructure/nestLogger.js';
import { buildDocument } from './openapi/document.js';
import { addQueueBoard } from './queues/queueBoard.js';
import { fastifyOptions } from './security/fastifyOptions.js';
import { guardRoot } from './security/rootHook.js';
import { serveWebApp } from './security/webApp.js';

export interface AppOptions extends Infrastructure {
  /** Modules of features; all of them unless a test picks some. */
  features?: readonly Type[];
  /** Access rules; the committed table unless a test brings its own. */
  rules?: Readonly<Record<string, AccessRule>>;
}

/** Largest upload that any route may accept; routes set narrower limits of their own. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/**
 * Builds the API on what the caller opened. It neither listens nor starts anything until `init` or `listen`; closing it closes the
 * infrastructure too.
 */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const rules = options.rules ?? accessRules;
  const module = AppModule.with(options, { features: options.features ?? featureModules, rules, document: () => buildDocument(app, rules) });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(fastifyOptions(options.config)), { logger: nestLogger(options.logger), abortOnError: false });
  const webApp = await serveWebApp(app, options.config);
  guardRoot(app, options, webApp);
  await webApp.register();
  if (options.queues.all.length > 0) await addQueueBoard(app);
  await app.register(fastifyMultipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 10, fields: 50 } });
  return app;
}
