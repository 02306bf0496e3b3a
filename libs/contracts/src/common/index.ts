import { z } from 'zod';

/** Identifier of a row (UUID). */
export const Id = z.uuid().meta({ id: 'Id' });

/** Calendar date `YYYY-MM-DD`, without zone. */
export const LocalDate = z.iso.date();

/** Instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });

/** Exact decimal number as a string: indicator values and targets never become binary floats. */
export const DecimalString = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

/** Share or weight in basis points; 10,000 are 100 %. */
export const BasisPoints = z.int().min(0).max(10_000);

/** A length of time. `second` is accepted only where configuration allows short steps, never in production. */
export const Duration = z.object({ n: z.int().min(0).max(10_000), unit: z.enum(['workingDay', 'day', 'hour', 'second']) });
export type Duration = z.infer<typeof Duration>;

/** A text in both languages of the product; Chinese is always there, English falls back to it. */
export const BilingualText = z.object({ zh: z.string().min(1).max(2_000), en: z.string().max(2_000).optional() });
export type BilingualText = z.infer<typeof BilingualText>;

/** A person as other people see them: never an e-mail address or a number. */
export const PersonRef = z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }).meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

/** A department as lists show it. */
export const DepartmentRef = z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }).meta({ id: 'DepartmentRef' });
export type DepartmentRef = z.infer<typeof DepartmentRef>;
