import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const root = path.resolve(import.meta.dirname, '../../..');
export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number };
  depends_on?: Record<string, { condition: 'service_healthy' | 'service_completed_successfully' }>;
  deploy?: { replicas: number };
  restart?: string;
  ports?: string[];
  configs?: { source: string }[];
  volumes?: string[];
}

export interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  configs: Record<string, { content: string }>;
}

/** The compose file as the engine sees it: anchors and merge keys resolved, variables still in place. */
export const composeFile = (): ComposeFile => parse(read('docker-compose.yml'), { merge: true }) as ComposeFile;

/** Variables that a text takes from the env file; `$$` is a dollar for the container. */
export function variablesIn(text: string): { name: string; required: boolean }[] {
  return [...text.replaceAll('$$', '').matchAll(/\$\{(\w+)(:?[?-])?[^}]*\}/g)].map(([, name = '', operator = '']) => ({ name, required: operator.endsWith('?') }));
}
