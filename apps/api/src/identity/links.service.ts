import { Inject, Injectable } from '@nestjs/common';
import { identityErrors } from '@fairmark/contracts/errors';
import type { LinkView, RedeemLink, SetUp } from '@fairmark/contracts/identity';
import { Database, isUniqueViolation, type Executor } from '@fairmark/persistence/database';
import {
  addAdministrator, createLink, credentialsOf, findLink, grantRole, hashPassword, INVITATION_HOURS, isActivePerson, RESET_HOURS, sessionFacts, setLocale, setPassword, takeLink,
} from '@fairmark/persistence/identity';
import { enqueue } from '@fairmark/persistence/process';
import type { Config } from '@fairmark/runtime/config';
import { sealText } from '@fairmark/runtime/temporal';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';
import { Sessions, type StartedSession } from './sessions.js';

/** A page of the web app that takes the token from behind the `#`: browsers do not send that part to anybody. */
const pages = { invite: '/invitation#{token}', reset: '/reset#{token}' } as const;

/** One-time links: invitations, password resets and the set-up of the first administrator. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Invites a person by mail. The token leaves sealed: neither outbox nor queue can be used to sign in. */
  async invite(tx: Executor, employeeId: string, invitedBy: string | null): Promise<void> {
    await this.mail(tx, 'invite', employeeId, INVITATION_HOURS, invitedBy);
  }

  /** Sends a reset when the address belongs to somebody; the caller learns nothing either way. */
  async requestReset(email: string): Promise<void> {
    const known = await credentialsOf(this.database.read, email);
    if (known) await this.database.transaction((tx) => this.mail(tx, 'reset', known.employeeId, RESET_HOURS, known.employeeId));
  }

  private async mail(tx: Executor, purpose: keyof typeof pages, employeeId: string, hours: number, createdBy: string | null): Promise<void> {
    const token = await createLink(tx, { purpose, employeeId, hours, createdBy });
    await enqueue(tx, 'mail', { template: `identity.${purpose}`, employeeId, link: pages[purpose], sealedToken: sealText(this.config.codecKeys, token) });
  }

  /** What a link is for. @throws ApiError IDENTITY.LINK_INVALID */
  async inspect(token: string): Promise<LinkView> {
    const link = await findLink(this.database.read, token, ['invite', 'reset', 'setup', 'leaver']);
    if (!link) throw new ApiError(identityErrors.linkInvalid);
    const person = link.employeeId ? await sessionFacts(this.database.read, link.employeeId) : undefined;
    return { purpose: link.purpose as LinkView['purpose'], name: person?.name ?? null, nameEn: person?.nameEn ?? null, email: person?.email ?? link.email, expiresAt: link.expiresAt };
  }

  /** Sets the password of an invitation or a reset and signs the person in. @throws ApiError IDENTITY.LINK_INVALID, IDENTITY.PERSON_INACTIVE */
  async redeem(body: RedeemLink): Promise<StartedSession & { employeeId: string }> {
    const hash = await hashPassword(body.password);
    return this.database.transaction(async (tx) => {
      const employeeId = (await takeLink(tx, body.token, ['invite', 'reset']))?.employeeId;
      if (!employeeId) throw new ApiError(identityErrors.linkInvalid);
      if (!(await isActivePerson(tx, employeeId))) throw new ApiError(identityErrors.personInactive);
      if (body.locale) await setLocale(tx, employeeId, body.locale);
      await setPassword(tx, employeeId, hash, { by: employeeId, at: new Date().toISOString() });
      return { ...(await this.sessions.start(tx, employeeId)), employeeId };
    });
  }

  /** Makes the first administrator. @throws ApiError IDENTITY.LINK_INVALID, IDENTITY.EMAIL_TAKEN */
  async setUp(body: SetUp): Promise<StartedSession & { employeeId: string }> {
    const hash = await hashPassword(body.password);
    try {
      return await this.database.transaction((tx) => this.addFirst(tx, body, hash));
    } catch (error) {
      if (isUniqueViolation(error)) throw new ApiError(identityErrors.emailTaken);
      throw error;
    }
  }

  private async addFirst(tx: Executor, body: SetUp, hash: string): Promise<StartedSession & { employeeId: string }> {
    const link = await takeLink(tx, body.token, ['setup']);
    if (!link || (link.email !== null && link.email.toLowerCase() !== body.email.toLowerCase())) throw new ApiError(identityErrors.linkInvalid);
    const at = new Date().toISOString();
    const employeeId = await addAdministrator(tx, { name: body.name, nameEn: body.nameEn ?? null, email: body.email, zone: body.zone, locale: body.locale, hiredOn: at.slice(0, 10) });
    await grantRole(tx, { employeeId, role: 'admin', departmentId: null }, { by: null, at });
    await setPassword(tx, employeeId, hash, { by: employeeId, at });
    return { ...(await this.sessions.start(tx, employeeId)), employeeId };
  }
}
