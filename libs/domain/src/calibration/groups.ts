/** A department in the tree; `parentId` null at the top. */
export interface GroupDepartment {
  readonly departmentId: string;
  readonly parentId: string | null;
}

export interface QuotaGroup {
  /** The department whose size lets quotas apply, or the topmost one reached. */
  readonly departmentId: string;
  readonly memberIds: readonly string[];
  /** Departments whose own people are in this group. */
  readonly fromDepartmentIds: readonly string[];
  /** False when even the topmost department has fewer than `smallest` rated people left. */
  readonly quotasApply: boolean;
}

interface Pending {
  readonly memberIds: string[];
  readonly fromDepartmentIds: string[];
}

function byDepth(departments: readonly GroupDepartment[]): GroupDepartment[] {
  const parents = new Map(departments.map((one) => [one.departmentId, one.parentId]));
  const depth = (id: string): number => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) seen.add(at);
    return seen.size;
  };
  const depths = new Map(departments.map((one) => [one.departmentId, depth(one.departmentId)]));
  return [...departments].sort((a, b) => (depths.get(b.departmentId) ?? 0) - (depths.get(a.departmentId) ?? 0) || (a.departmentId < b.departmentId ? -1 : 1));
}

/**
 * Groups in which quotas are counted.
 * Rule: a department with fewer than `smallest` (10) rated people has no quota of its own; its people are counted with the next
 * department above that reaches that number. Every rated person is in exactly one group.
 */
export function quotaGroups(
  departments: readonly GroupDepartment[],
  rated: readonly { readonly employeeId: string; readonly departmentId: string }[],
  smallest = 10,
): QuotaGroup[] {
  const pending = new Map<string, Pending>(departments.map((one) => [one.departmentId, { memberIds: [], fromDepartmentIds: [] }]));
  for (const { employeeId, departmentId } of rated) {
    const own = pending.get(departmentId) ?? { memberIds: [], fromDepartmentIds: [] };
    own.memberIds.push(employeeId);
    if (!own.fromDepartmentIds.includes(departmentId)) own.fromDepartmentIds.push(departmentId);
    pending.set(departmentId, own);
  }
  const unknown = [...pending.keys()].filter((id) => departments.every((one) => one.departmentId !== id));
  const tree = [...departments, ...unknown.map((departmentId) => ({ departmentId, parentId: null }))];
  const groups: QuotaGroup[] = [];
  for (const { departmentId, parentId } of byDepth(tree)) {
    const own = pending.get(departmentId);
    if (!own || own.memberIds.length === 0) continue;
    const above = parentId === null ? undefined : pending.get(parentId);
    if (own.memberIds.length >= smallest || !above) {
      groups.push({ departmentId, ...own, quotasApply: own.memberIds.length >= smallest });
      continue;
    }
    above.memberIds.push(...own.memberIds);
    above.fromDepartmentIds.push(...own.fromDepartmentIds);
  }
  return groups;
}
