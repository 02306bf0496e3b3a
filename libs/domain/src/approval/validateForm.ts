import type { ApprovalDefinition, Comparison, ConditionNode, FormField } from '@fairmark/contracts/approvals';
import { ApprovalFindings } from '@fairmark/contracts/errors';
import type { DefinitionFinding, Report } from './findings.js';

type Where = Pick<DefinitionFinding, 'nodeId' | 'path'>;

const FITTING: Record<Comparison['test'], readonly FormField['type'][]> = { is: ['flag'], between: ['amount', 'level'], in: ['department', 'choice'] };

/** Fields have names of their own. */
export function reportForm(report: Report, { form = [] }: ApprovalDefinition): void {
  const ids = form.map((field) => field.id);
  for (const [i, id] of ids.entries()) if (ids.indexOf(id) !== i) report(ApprovalFindings.duplicateField, 'error', { path: `form.${i}`, details: { field: id } });
}

/** Every test looks at a field of the form, in a way that fits its type. */
export function reportCondition(report: Report, { form = [] }: ApprovalDefinition, { branches }: ConditionNode, where: Where): void {
  for (const [b, branch] of branches.entries()) {
    for (const [t, comparison] of branch.when.entries()) {
      const at = { ...where, ...(where.path ? { path: `${where.path}.branches.${b}.when.${t}` } : {}), details: { field: comparison.field } };
      const field = form.find((one) => one.id === comparison.field);
      if (!field) report(ApprovalFindings.unknownField, 'error', at);
      else if (!FITTING[comparison.test].includes(field.type) || !isSound(comparison, field)) report(ApprovalFindings.wrongTest, 'error', at);
    }
  }
}

/** A range has an end and is not empty; choices exist. */
function isSound(comparison: Comparison, field: FormField): boolean {
  if (comparison.test === 'between') {
    const { atLeast, below } = comparison;
    return atLeast === null ? below !== null : below === null || atLeast < below;
  }
  if (comparison.test !== 'in' || field.type !== 'choice') return true;
  return comparison.values.every((value) => field.options.some((option) => option.value === value));
}
