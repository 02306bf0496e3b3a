import { WarningOutlined } from '@ant-design/icons';
import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { useTranslation } from 'react-i18next';
import { Chart } from '../chart/Chart.js';
import { headClass } from '../chart/headClass.js';
import { useNodeLines } from '../chart/useNodeLines.js';
import { textOf } from '../../ui/text.js';
import { AddNode } from './AddNode.js';
import type { EditedDocument, NodeType } from './document.js';
import { findingsAt, type PlacedFinding } from './findings.js';
import { placeKey, type Place } from './places.js';

interface Props {
  document: EditedDocument;
  findings: readonly PlacedFinding[];
  selected: Place | null;
  onSelect: (place: Place) => void;
  /** Absent where the version cannot be edited. */
  onAdd?: ((list: Place, index: number, type: NodeType) => void) | undefined;
}

/** The process as a flow; a click on a node opens it. */
export function DesignerChart({ document, findings, selected, onSelect, onAdd }: Props) {
  const { t } = useTranslation('approvals');
  const { lines, branchLine } = useNodeLines(document);
  const classes = (place: Place, faulty: boolean): string => ['flow-box', faulty ? 'faulty' : '', selected && placeKey(selected) === placeKey(place) ? 'selected' : ''].filter(Boolean).join(' ');
  const box = (node: ApprovalNodeInput, place: Place) => {
    const found = findingsAt(findings, place);
    const faulty = found.some((one) => one.severity === 'error');
    return (
      <button type="button" className={classes(place, faulty)} onClick={() => onSelect(place)}>
        <div className={`flow-box-head ${headClass(node)}`}><span>{t(`type.${node.type}`)}</span>{found.length > 0 && <span><WarningOutlined /> {t('chart.findings', { count: found.length })}</span>}</div>
        <div className="flow-box-body"><p className="strong">{node.title ? textOf(node.title) : t(`type.${node.type}`)}</p>{lines(node).map((line, index) => <p key={index}>{line}</p>)}</div>
      </button>
    );
  };
  const branch = (node: ApprovalNodeInput, place: Place, index: number | null) => {
    if (node.type !== 'condition' && node.type !== 'parallel') return null;
    const one = index === null ? undefined : node.branches[index];
    const title = one?.title ? textOf(one.title) : index === null ? t('condition.otherwise') : t('branch.no', { no: index + 1 });
    return <button type="button" className={classes(place, false)} onClick={() => onSelect(place)}><div className="flow-box-body"><p className="strong">{title}</p>{node.type === 'condition' && index !== null && <p>{branchLine(node, index)}</p>}</div></button>;
  };
  return <Chart nodes={document.nodes} label={t('chart.label')} box={box} branch={branch} {...(onAdd ? { gap: (list: Place, index: number) => <AddNode onAdd={(type) => onAdd(list, index, type)} /> } : {})} />;
}
