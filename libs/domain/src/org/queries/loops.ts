import { valueAt } from '../dated.js';
import type { Dated, LocalDate, OrgSnapshot } from '../snapshot.js';

/** Manager rows of a person, null when nobody has that number. */
export type ManagerLookup = (number: string) => readonly Dated<string>[] | null;

/** People who manage each other in a circle, and the first day on which they do. `members` starts with the smallest number. */
export type ManagerLoop = { members: string[]; from: LocalDate };

/** Circles of managers on a day. */
export function detectLoops(snapshot: OrgSnapshot, date: LocalDate): string[][] {
  const done = new Set<string>();
  const loops: string[][] = [];
  for (const start of snapshot.employees.keys()) {
    const path = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = valueAt(snapshot.employees.get(at)?.managers ?? [], date);
    }
    const entry: number | undefined = at === null ? undefined : path.get(at);
    if (entry !== undefined) loops.push(rotate([...path.keys()].slice(entry)));
    for (const number of path.keys()) done.add(number);
  }
  return loops;
}

/**
 * Circles of managers at any time, however short. A circle begins on the first day of one of its rows, so only those days
 * are looked at, and only for people who would be in a circle if all rows held at once: the walk stays short for 100,000 people.
 */
export function findLoops(numbers: Iterable<string>, managersOf: ManagerLookup): ManagerLoop[] {
  const suspects = cyclicCore(numbers, managersOf);
  const found = new Map<string, ManagerLoop>();
  for (const number of suspects) {
    for (const row of managersOf(number) ?? []) {
      const members = circle(number, row, suspects, managersOf);
      if (!members) continue;
      const key = members.join('\n');
      const known = found.get(key);
      if (!known || row.validFrom < known.from) found.set(key, { members, from: row.validFrom });
    }
  }
  return [...found.values()];
}

/** Walks up from a manager row on its first day; the circle when the walk comes back to where it began. */
function circle(start: string, row: Dated<string>, suspects: ReadonlySet<string>, managersOf: ManagerLookup): string[] | null {
  const seen = new Set([start]);
  let at: string | null = row.value;
  while (at !== null && at !== start && suspects.has(at) && !seen.has(at)) {
    seen.add(at);
    at = valueAt(managersOf(at) ?? [], row.validFrom);
  }
  return at === start ? rotate([...seen]) : null;
}

/** Numbers left when everybody whose managers of all times are already taken away is taken away, again and again, from the top. */
function cyclicCore(numbers: Iterable<string>, managersOf: ManagerLookup): Set<string> {
  const reports = new Map<string, string[]>();
  const open = new Map<string, number>();
  const free: string[] = [];
  for (const number of numbers) {
    const managers = new Set((managersOf(number) ?? []).map((row) => row.value).filter((manager) => managersOf(manager) !== null));
    open.set(number, managers.size);
    if (managers.size === 0) free.push(number);
    for (const manager of managers) {
      const list = reports.get(manager);
      if (list) list.push(number);
      else reports.set(manager, [number]);
    }
  }
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    open.delete(next);
    for (const report of reports.get(next) ?? []) {
      const left = (open.get(report) ?? 0) - 1;
      open.set(report, left);
      if (left === 0) free.push(report);
    }
  }
  return new Set(open.keys());
}

function rotate(members: string[]): string[] {
  let smallest = 0;
  members.forEach((member, index) => {
    if (member < (members[smallest] ?? member)) smallest = index;
  });
  return [...members.slice(smallest), ...members.slice(0, smallest)];
}
