import { DomainError } from '@fairmark/domain/common';

/** What a log line says about an error. Values that a message quotes may be somebody's data and are masked. */
export interface SafeError {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  frames: string[];
  cause?: SafeError;
}

const QUOTED = /'[^']*'|"[^"]*"|`[^`]*`|\S+@\S+/g;

/** Describes an error without personal data: masked message, code, constraint and the places it passed. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', frames: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 12).map((line) => line.trim());
  return {
    type: error.name,
    message: error instanceof DomainError ? error.code : mask(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    frames,
    ...(error.cause !== undefined && depth < 4 ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}

/** Long messages are cut: an ORM puts the statement with its values first. */
const mask = (message: string): string => message.replace(QUOTED, '…').slice(0, 200);
