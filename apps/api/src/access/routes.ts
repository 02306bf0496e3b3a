import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_MARK, type AccessMark } from './access.decorator.js';

/** One route of a controller. `mark` is missing when nobody said who may use it. */
export interface RouteInfo {
  method: string;
  /** Pattern with `:name` parameters, without a slash at the end. */
  path: string;
  handler: string;
  mark: AccessMark | undefined;
}

/** All routes of all controllers of an application, from their decorators. */
export function routesOf(app: INestApplicationContext): RouteInfo[] {
  return findRoutes(app.get(DiscoveryService), app.get(MetadataScanner));
}

/** {@link routesOf} from inside a module. */
export function findRoutes(discovery: DiscoveryService, scanner: MetadataScanner): RouteInfo[] {
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
    const base = metatype ? Reflect.getMetadata(PATH_METADATA, metatype) : '';
    return scanner.getAllMethodNames(prototype).flatMap((name) => routesOfHandler(base, prototype[name] as object, `${metatype?.name}.${name}`));
  });
}

function routesOfHandler(base: unknown, handler: object, name: string): RouteInfo[] {
  const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
  if (method === undefined) return [];
  const mark: AccessMark | undefined = Reflect.getMetadata(ACCESS_MARK, handler);
  const paths = [base].flat().flatMap((prefix) => [Reflect.getMetadata(PATH_METADATA, handler) as unknown].flat().map((path) => `${String(prefix)}/${String(path)}`));
  return paths.map((path) => ({ method: RequestMethod[method] as string, path: `/${path.split('/').filter(Boolean).join('/')}`, handler: name, mark }));
}
