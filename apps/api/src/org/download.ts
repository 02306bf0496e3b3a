import { StreamableFile } from '@nestjs/common';

const types = { csv: 'text/csv; charset=utf-8', zip: 'application/zip' } as const;

/** A file for saving. Names are ours, never a user's text: they stand in a header. */
export function download(name: string, bytes: Uint8Array): StreamableFile {
  const type = types[name.endsWith('.zip') ? 'zip' : 'csv'];
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.byteLength });
}
