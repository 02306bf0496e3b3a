import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { useTranslation } from 'react-i18next';
import { isStep, type EditedDocument } from '../designer/document.js';
import { allNodes } from '../designer/walk.js';
import { comparisonText, durationText, flagText, sourceText, timeoutText } from '../texts.js';
import { useNames } from '../useNames.js';

type Sources = Parameters<typeof sourceText>[1][];

const sourcesIn = (node: ApprovalNodeInput): Sources => (isStep(node) ? [...node.approvers, ...(node.fallback ?? [])] : node.type === 'copy' ? node.recipients : []);

/** What a box of the chart says about a node and about a branch of a condition, in the language of the page. */
export function useNodeLines(document: Pick<EditedDocument, 'nodes' | 'form'>) {
  const { t } = useTranslation('approvals');
  const names = useNames(allNodes(document).flatMap(({ node }) => sourcesIn(node)).flatMap((source) => (source.type === 'person' ? [source.personId] : [])));
  const sources = (list: Sources): string => list.map((source) => sourceText(t, source, names)).join(t('common:listSeparator'));
  const lines = (node: ApprovalNodeInput): string[] => {
    if (isStep(node)) return [sources(node.approvers), `${durationText(t, node.duration)} · ${timeoutText(t, node.timeout)}`, ...(node.when ? [flagText(t, node.when)] : [])];
    if (node.type === 'copy') return [sources(node.recipients), ...(node.when ? [flagText(t, node.when)] : [])];
    if (node.type === 'subProcess') return [node.definitionId ? `${node.definitionId} v${node.version}` : t('subProcess.none'), ...(node.when ? [flagText(t, node.when)] : [])];
    return [];
  };
  const branchLine = (node: ApprovalNodeInput, index: number | null): string => {
    if (node.type !== 'condition') return '';
    const branch = index === null ? undefined : node.branches[index];
    if (!branch) return t('condition.otherwise');
    return branch.when.map((test) => comparisonText(t, test, document.form ?? [], names)).join(t('condition.and'));
  };
  return { lines, branchLine };
}
