import { z } from 'zod';

/** IANA zone name, e.g. `Asia/Shanghai`. */
export const Zone = z.string().min(1).max(64);
