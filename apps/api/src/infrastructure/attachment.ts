import { StreamableFile } from '@nestjs/common';

/** A file that somebody uploaded, for saving, never for showing: the browser opens nothing of it on a page of ours. The name is a user's text and stands encoded in the header. */
export function attachment({ name, mime, content }: { name: string; mime: string; content: Uint8Array }): StreamableFile {
  const disposition = `attachment; filename="paper"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
  return new StreamableFile(content, { type: mime, disposition, length: content.byteLength });
}
