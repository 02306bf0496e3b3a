import { PlanDocument, type PlanFinding } from '@fairmark/contracts/plans';

/** Findings of one place of the document and of everything inside it. A path reads `sheets[2].items[0]`. */
export const findingsAt = (findings: readonly PlanFinding[], path: string): PlanFinding[] => findings.filter((one) => one.path === path || one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`));

const joined = (path: readonly PropertyKey[]): string => path.reduce<string>((whole, part) => (typeof part === 'number' ? `${whole}[${part}]` : `${whole}${whole ? '.' : ''}${String(part)}`), '');

/** What keeps a document from being saved at all: fields that are empty or of the wrong form. Everything else the server finds. */
export function shapeFindings(document: unknown): PlanFinding[] {
  const parsed = PlanDocument.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map((issue) => ({ code: 'PLAN.SHAPE', severity: 'error', path: joined(issue.path), details: {} }));
}

/** A list with another entry at a position. */
export const replaced = <T>(list: readonly T[], index: number, entry: T): T[] => list.map((one, at) => (at === index ? entry : one));
