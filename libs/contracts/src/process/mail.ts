/**
 * Body of an outbox row of channel `mail`: ids and a path, never a name, a text or a result. `template` is the kind of the notice.
 */
export interface MailBody {
  template: string;
  employeeId: string;
  /** Path inside the application. `{token}` stands for the opened `sealedToken`. */
  link: string;
  /** Token of a one-time link, sealed with the codec keys: it is opened only while the mail is rendered. */
  sealedToken?: string;
  /** Leavers are written to at their private address. */
  toPrivateAddress?: boolean;
  /** Lines of a digest: steps, paths and deadlines, nothing about anybody. */
  items?: readonly { step: string; link: string; dueAt: string | null }[];
}
