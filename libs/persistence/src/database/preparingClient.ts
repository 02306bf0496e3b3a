import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that a connection keeps parsed and planned. Beyond this the texts are not the product's fixed ones. */
const KEPT = 300;
/** Longer texts are rows of an import, which never come again. */
const LONGEST = 10_000;

type Query = (...args: unknown[]) => unknown;

/**
 * A connection that prepares the statements it sees again. The product's statements are few and long; parsing and planning them each time cost PostgreSQL
 * more than running them.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string | null>();
  private readonly plain = super.query.bind(this) as Query;

  override query = ((...args: unknown[]): unknown => {
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) && rest.length === 0 ? this.nameOf(text) : null;
    return name ? this.plain({ name, text, values }) : this.plain(...args);
  }) as pg.Client['query'];

  /** Null for the first time, and for texts that are not worth it. */
  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known) return known;
    if (known === undefined && (this.names.size >= KEPT || text.length > LONGEST)) return null;
    const name = known === undefined ? null : createHash('sha256').update(text).digest('base64url').slice(0, 24);
    this.names.set(text, name);
    return name;
  }
}
