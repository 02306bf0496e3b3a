import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config/index.js';
import { openText, sealText } from '../temporal/index.js';

type Settings = Pick<Config, 'home' | 'codecKeys'>;

/** `exports` in the home folder, which API and worker share. */
const placeOf = ({ home }: Pick<Config, 'home'>, id: string): string => path.join(home, 'exports', `${id}.sealed`);

/** Keeps the content of an export outside the database, sealed: a copy of the folder alone tells nobody anything. Written again after a crash it replaces itself. Answers the size of the content in bytes. */
export async function keepExport(settings: Settings, id: string, content: string): Promise<number> {
  const place = placeOf(settings, id);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await writeFile(`${place}.part`, sealText(settings.codecKeys, content), { mode: 0o600 });
  await rename(`${place}.part`, place);
  return Buffer.byteLength(content);
}

/** The content of an export; undefined when there is no file any more. */
export async function readExport(settings: Settings, id: string): Promise<Uint8Array | undefined> {
  try {
    return new TextEncoder().encode(openText(settings.codecKeys, await readFile(placeOf(settings, id), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Deletes the file of an export; one that is gone already is no fault. */
export async function dropExport({ home }: Pick<Config, 'home'>, id: string): Promise<void> {
  await rm(placeOf({ home }, id), { force: true });
}
