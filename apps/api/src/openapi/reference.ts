import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Starts the page; a file of its own, because the policy of the pages allows no scripts inside them. Requests that somebody tries carry the token of their session. */
const START = `window.onload = () => SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#reference', deepLinking: true,
  requestInterceptor: (request) => {
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
    if (token) request.headers['X-CSRF-Token'] = token[1];
    return request;
  },
});`;

export const REFERENCE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Fairmark API</title>
<link rel="stylesheet" href="/api/reference/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/api/reference/swagger-ui-bundle.js"></script><script src="/api/reference/start.js"></script></body></html>`;

const types: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': 'text/javascript; charset=utf-8', 'start.js': 'text/javascript; charset=utf-8' };

/** A file of the reference page; undefined for every other name. Nothing is fetched from elsewhere. */
export async function referenceAsset(name: string): Promise<{ type: string; content: string } | undefined> {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) return undefined;
  return { type, content: name === 'start.js' ? START : await readFile(path.join(assetsDir(), name), 'utf8') };
}

/** The page's library comes with the package that makes the document. */
function assetsDir(): string {
  const fromSwagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger/package.json'));
  return path.dirname(fromSwagger.resolve('swagger-ui-dist/package.json'));
}
