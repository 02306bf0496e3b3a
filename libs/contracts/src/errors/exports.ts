/** Refusals about files that are built in the background. */
export const exportErrors = {
  /** It is being built. */
  notReady: 'EXPORT.NOT_READY',
  /** Its time is over and the file is gone; another one may be asked for. */
  expired: 'EXPORT.EXPIRED',
  /** Too many lines for an answer: `details.lines`, `details.most`. The export in the background has no limit. */
  tooLarge: 'EXPORT.TOO_LARGE',
} as const;
