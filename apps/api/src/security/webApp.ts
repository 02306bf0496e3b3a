import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@fairmark/runtime/config';

/** The built web app: its files are the only public assets. */
export interface WebApp {
  /** Paths of the files, each a route of its own. */
  assets: ReadonlySet<string>;
  /** Page that every address of the web app answers with; undefined when it was not built. */
  page: string | undefined;
  register(): Promise<void>;
}

/** Beside the API, in the sources as in the build. */
const besideApi = path.resolve(import.meta.dirname, '../../../web/dist');

/** Reads which files there are. Files that appear later are not served: a deployment restarts the process. */
export async function serveWebApp(app: NestFastifyApplication, config: Config): Promise<WebApp> {
  const root = path.resolve(config.http.webDir ?? besideApi);
  const page = await readFile(path.join(root, 'index.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return { assets: new Set(), page, register: async () => undefined };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`);
  const register = async () => {
    await app.register(fastifyStatic, { root, wildcard: false, index: false, cacheControl: false, setHeaders: (reply, file) => void reply.header('cache-control', cacheOf(root, file)) });
  };
  return { assets: new Set(files), page, register };
}

/** Built assets carry a hash in their name; everything else may change with the next release. */
function cacheOf(root: string, file: string): string {
  return path.relative(root, file).startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
