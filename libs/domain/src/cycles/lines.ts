import type { PreflightStaff } from './input.js';

/** The company's lines of management, prepared once for many questions. */
export interface Lines {
  readonly find: (employeeId: string) => PreflightStaff | undefined;
  /** Everybody above, nearest first; ends before somebody is met twice. */
  readonly above: (employeeId: string) => ReadonlySet<string>;
  /** Loops in the management lines, each once, members in id order. A person who manages themselves is not a loop. */
  readonly loops: readonly (readonly string[])[];
}

function findLoops(byId: ReadonlyMap<string, PreflightStaff>): string[][] {
  const done = new Set<string>();
  const loops: string[][] = [];
  for (const start of byId.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null = start;
    while (at !== null && !done.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = byId.get(at)?.managerId ?? null;
    }
    if (at !== null && onPath.has(at)) {
      const members = path.slice(path.indexOf(at)).sort();
      if (members.length > 1) loops.push(members);
    }
    for (const id of path) done.add(id);
  }
  return loops;
}

export function linesOf(staff: readonly PreflightStaff[]): Lines {
  const byId = new Map(staff.map((one) => [one.employeeId, one]));
  const known = new Map<string, Set<string>>();
  const above = (employeeId: string): Set<string> => {
    const cached = known.get(employeeId);
    if (cached) return cached;
    const line = new Set<string>();
    for (let at = byId.get(employeeId)?.managerId ?? null; at !== null && at !== employeeId && !line.has(at); at = byId.get(at)?.managerId ?? null) line.add(at);
    known.set(employeeId, line);
    return line;
  };
  return { find: (id) => byId.get(id), above, loops: findLoops(byId) };
}
