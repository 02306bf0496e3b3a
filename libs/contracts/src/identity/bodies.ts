import { z } from 'zod';
import { Id } from '../common/index.js';

/** Languages of the product. */
export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

export const PASSWORD_MIN = 10;
const Email = z.string().trim().min(3).max(320);
const Token = z.string().min(20).max(200);
/** A password to check; the limit keeps hashing cheap. */
const GivenPassword = z.string().min(1).max(200);
/** A password to set. Length counts; rules about kinds of characters only make people write them down. */
export const NewPassword = z
  .string()
  .min(PASSWORD_MIN)
  .max(200)
  .refine((text) => new Set(text).size >= 5, { message: 'IDENTITY.PASSWORD_TOO_WEAK' });

/** Body of `POST /api/session`. */
export const SignIn = z.object({ email: Email, password: GivenPassword }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** Body of `PUT /api/session/locale`. */
export const ChooseLocale = z.object({ locale: Locale }).meta({ id: 'ChooseLocale' });
export type ChooseLocale = z.infer<typeof ChooseLocale>;

/** Body of `PUT /api/session/password`. Other sessions of the person end. */
export const ChangePassword = z.object({ current: GivenPassword, password: NewPassword }).meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Body of `POST /api/password-resets`. The answer is the same whether the address is known or not. */
export const RequestReset = z.object({ email: Email }).meta({ id: 'RequestReset' });
export type RequestReset = z.infer<typeof RequestReset>;

/** Body of `POST /api/links/inspect`. Tokens travel in bodies: an address would end up in logs and histories. */
export const InspectLink = z.object({ token: Token }).meta({ id: 'InspectLink' });
export type InspectLink = z.infer<typeof InspectLink>;

/** Body of `POST /api/links/open`: somebody who left opens their review, and of `POST /api/links/renew`: they ask for another link to the same address. */
export const OpenLink = z.object({ token: Token }).meta({ id: 'OpenLink' });
export type OpenLink = z.infer<typeof OpenLink>;

/** Body of `POST /api/links/redeem`: an invitation or a reset. */
export const RedeemLink = z.object({ token: Token, password: NewPassword, locale: Locale.optional() }).meta({ id: 'RedeemLink' });
export type RedeemLink = z.infer<typeof RedeemLink>;

const Zone = z.string().refine((zone) => isZone(zone));

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Body of `POST /api/setup`: the first administrator introduces themselves. */
export const SetUp = z
  .object({ token: Token, name: z.string().trim().min(1).max(100), nameEn: z.string().trim().min(1).max(100).optional(), email: z.email().max(320), zone: Zone, locale: Locale, password: NewPassword })
  .meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;

/** Body of `POST /api/invitations`: at most a page of people at once. */
export const SendInvitations = z.object({ employeeIds: z.array(Id).min(1).max(500) }).meta({ id: 'SendInvitations' });
export type SendInvitations = z.infer<typeof SendInvitations>;

/** Body of `PUT /api/employees/:id/account`. */
export const SetAccount = z.object({ disabled: z.boolean() }).meta({ id: 'SetAccount' });
export type SetAccount = z.infer<typeof SetAccount>;
