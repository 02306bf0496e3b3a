import { fileTypeFromBuffer } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Types of papers: PDF, images, Office. */
const TYPES: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', `${OFFICE}wordprocessingml.document`, `${OFFICE}spreadsheetml.sheet`, `${OFFICE}presentationml.presentation`]);

/** The type of a paper by its content, whatever its name or the browser says; undefined when papers may not have it. */
export async function paperType(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found && TYPES.has(found.mime) ? found.mime : undefined;
}
