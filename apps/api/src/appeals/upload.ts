import { createHash } from 'node:crypto';
import { AppealErrors, requestErrors } from '@fairmark/contracts/errors';
import type { NewPaper } from '@fairmark/persistence/appeals';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../problems/index.js';
import { paperType } from './paperType.js';

const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Reads the one file of a form.
 * @throws ApiError APPEAL.PAPER_MISSING, APPEAL.PAPER_TOO_LARGE, APPEAL.PAPER_TYPE, REQUEST.UNSUPPORTED_MEDIA
 */
export async function readPaper(request: FastifyRequest): Promise<Pick<NewPaper, 'name' | 'mime' | 'sha256' | 'content'>> {
  if (!request.isMultipart()) throw new ApiError(requestErrors.unsupportedMedia);
  const file = await request.file({ limits: { files: 1, fileSize: MAX_BYTES }, throwFileSizeLimit: false });
  if (!file) throw new ApiError(AppealErrors.paperMissing);
  const content = await file.toBuffer();
  if (file.file.truncated || content.byteLength > MAX_BYTES) throw new ApiError(AppealErrors.paperTooLarge, { maxBytes: MAX_BYTES });
  if (content.byteLength === 0) throw new ApiError(AppealErrors.paperMissing);
  const mime = await paperType(content);
  if (!mime) throw new ApiError(AppealErrors.paperType);
  return { name: plainName(file.filename), mime, sha256: createHash('sha256').update(content).digest('hex'), content };
}

/** The name without a path and without signs that a header or a file system would read. */
function plainName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}"<>:|?*]/gu, '').trim().slice(-120);
  return plain === '' ? 'paper' : plain;
}
