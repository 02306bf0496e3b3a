import { orgPageErrors, requestErrors } from '@fairmark/contracts/errors';
import { OrgFileKind } from '@fairmark/contracts/org';
import type { Upload } from '@fairmark/domain/org';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problems/index.js';

/** 100,000 people with their communities are 20 MB. */
const maxBytes = 48 * 1024 * 1024;
const maxFiles = 12;

/**
 * Reads the files of a form. A field called like a kind (`employees`) says what its file is; otherwise the name or the columns tell.
 * @throws ApiError ORG.NO_FILE, REQUEST.UNSUPPORTED_MEDIA, REQUEST.TOO_LARGE
 */
export async function readUploads(request: FastifyRequest): Promise<Upload[]> {
  if (!request.isMultipart()) throw new ApiError(requestErrors.unsupportedMedia);
  const uploads: Upload[] = [];
  let total = 0;
  for await (const part of request.parts({ limits: { files: maxFiles, fileSize: maxBytes } })) {
    if (part.type !== 'file') continue;
    const bytes = await part.toBuffer();
    total += bytes.byteLength;
    if (total > maxBytes) throw new ApiError(requestErrors.tooLarge, { maxBytes });
    uploads.push({ name: part.filename.slice(-120), bytes, kind: OrgFileKind.safeParse(part.fieldname).data });
  }
  if (uploads.length === 0) throw new ApiError(orgPageErrors.noFile);
  return uploads;
}
