import type { ApprovalView } from '@fairmark/contracts/approvals';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../ui/text.js';
import { drawable } from '../designer/document.js';
import { allNodes } from '../designer/walk.js';

/** The titles of the nodes of a case by their ids. */
export function useNodeTitles(view: Pick<ApprovalView, 'definition'>): (nodeId: string) => string {
  const { t } = useTranslation('approvals');
  const document = drawable(view.definition.document);
  const nodes = document ? allNodes(document).map(({ node }) => node) : [];
  return (nodeId) => {
    const node = nodes.find((one) => one.id === nodeId);
    return node ? (node.title ? textOf(node.title) : t(`type.${node.type}`)) : nodeId;
  };
}
