import type { ApprovalNodeInput, ApprovalNodeView, ApprovalPart, ApprovalView } from '@fairmark/contracts/approvals';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { personName } from '../../ui/PersonName.js';
import { textOf } from '../../ui/text.js';
import { Chart } from '../chart/Chart.js';
import { headClass } from '../chart/headClass.js';
import { useNodeLines } from '../chart/useNodeLines.js';
import { drawable, type EditedDocument } from '../designer/document.js';

/** The way of the case with the state of every node and of the people in it. */
export function CaseChart({ view }: { view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const document = drawable(view.definition.document);
  return document ? <Drawn document={document} nodes={view.nodes} /> : <Alert type="info" title={t('notDrawable')} />;
}

function Drawn({ document, nodes }: { document: EditedDocument; nodes: readonly ApprovalNodeView[] }) {
  const { t } = useTranslation('approvals');
  const { lines, branchLine } = useNodeLines(document);
  const box = (node: ApprovalNodeInput) => {
    const state = nodes.find((one) => one.nodeId === node.id);
    return (
      <div className={`flow-box ${state ? `state-${state.state}` : ''}`}>
        <div className={`flow-box-head ${headClass(node)}`}><span>{t(`type.${node.type}`)}</span>{state && <strong>{t(`nodeState.${state.state}`)}</strong>}</div>
        <div className="flow-box-body">
          <p className="strong">{node.title ? textOf(node.title) : t(`type.${node.type}`)}{state && state.visits > 1 ? ` (${state.visits})` : ''}</p>
          {state && state.people.length > 0 ? distinct(state.people).map((part) => <Part key={`${part.person.id} ${part.state} ${part.at ?? ''}`} part={part} />) : lines(node).slice(0, 1).map((line) => <p key={line}>{line}</p>)}
        </div>
      </div>
    );
  };
  const branch = (node: ApprovalNodeInput, _place: unknown, index: number | null) => {
    if (node.type !== 'condition' && node.type !== 'parallel') return null;
    const title = index === null ? t('condition.otherwise') : textOf(node.branches[index]?.title ?? { zh: t('branch.no', { no: index + 1 }) });
    return <div className="flow-box"><div className="flow-box-body"><p className="strong">{title}</p>{node.type === 'condition' && index !== null && <p>{branchLine(node, index)}</p>}</div></div>;
  };
  return <Chart nodes={document.nodes} label={t('chart.label')} box={box} branch={branch} />;
}

/** Somebody who was asked again after others has several tasks; the chart tells one state once. */
const distinct = (parts: readonly ApprovalPart[]): ApprovalPart[] => parts.filter((part, index) => parts.findLastIndex((one) => one.person.id === part.person.id && one.state === part.state) === index);

function Part({ part }: { part: ApprovalPart }) {
  const { t } = useTranslation('approvals');
  return <p>{personName(part.person)} · {t(`partState.${part.state}`)}{part.readAt && part.at === null ? ` · ${t('case.read')}` : ''}</p>;
}
