import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@fairmark/contracts/problems';
import type { AccessRule } from '@fairmark/domain/access';
import { routesOf } from '../access/index.js';
import { convertSchema } from './schemaConverter.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The description of the API, made from controllers and contracts. The same sources always give the same text. */
export function buildDocument(app: INestApplication, rules: Readonly<Record<string, AccessRule>>): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Fairmark')
    .setDescription('Every request that changes something needs the header `X-CSRF-Token` with the token of the session. Decisions need `Idempotency-Key`, a UUID that is the same for every repetition.')
    .setVersion('1')
    .addCookieAuth('fairmark_session')
    .build();
  const document = SwaggerModule.createDocument(app, about, { autoTagControllers: false, operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`, standardSchemaConverter: convertSchema });
  const problem = convertSchema(Problem, { schemaType: 'input' });
  const components = { ...document.components, schemas: sorted({ ...document.components?.schemas, ...problem?.components }) };
  const described = { ...document, paths: sorted(document.paths), components } as OpenAPIObject;
  for (const route of routesOf(app)) describeRoute(described, route.path, route.method, route.mark && { key: route.mark.key, rule: rules[route.mark.key] });
  return described;
}

/** Adds who may use a route, and how it refuses. */
function describeRoute(document: OpenAPIObject, path: string, method: string, access: { key: string; rule: AccessRule | undefined } | undefined): void {
  const verb = METHODS.find((known) => known === method.toLowerCase());
  const operation = verb && document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[verb];
  if (!operation) return;
  const isPublic = access?.rule?.kind === 'public';
  Object.assign(operation, { tags: [path.split('/')[2] ?? 'api'], 'x-access': access?.key, security: isPublic ? [] : [{ cookie: [] }] });
  operation.responses['default'] = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
