import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { Alert, Button, Drawer, Flex, Grid, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedDocument } from './document.js';
import { findingsAt, type PlacedFinding } from './findings.js';
import { findingText } from './FindingsPanel.js';
import { NodeFields } from './NodeFields.js';
import { movedPlace, nodeAt, type Place } from './places.js';

interface Props {
  document: EditedDocument;
  findings: readonly PlacedFinding[];
  place: Place | null;
  disabled: boolean;
  onChange: (place: Place, node: ApprovalNodeInput) => void;
  onMove: (place: Place, step: -1 | 1) => void;
  onRemove: (place: Place) => void;
  onClose: () => void;
}

/** Everything about one node, with what the check says about it. */
export function NodeDrawer({ document, findings, place, disabled, onChange, onMove, onRemove, onClose }: Props) {
  const { t } = useTranslation('approvals');
  // Where there is room the chart stays in sight: it changes while the node is edited.
  const wide = Grid.useBreakpoint().lg ?? true;
  const node = place ? nodeAt(document, place) : undefined;
  const own = place ? findingsAt(findings, place) : [];
  const errorOf = (field: string): string | undefined => own.filter((one) => one.field === field || one.field.startsWith(`${field}.`)).map((one) => findingText(t, one)).join(' ') || undefined;
  const acts = place && !disabled && (
    <Flex gap={4}>
      <Button icon={<ArrowUpOutlined />} aria-label={t('node.up')} disabled={!movedPlace(document, place, -1)} onClick={() => onMove(place, -1)} />
      <Button icon={<ArrowDownOutlined />} aria-label={t('node.down')} disabled={!movedPlace(document, place, 1)} onClick={() => onMove(place, 1)} />
      <Popconfirm title={t('node.removeConfirm')} onConfirm={() => onRemove(place)}><Button danger icon={<DeleteOutlined />} aria-label={t('node.remove')} /></Popconfirm>
    </Flex>
  );
  return (
    <Drawer open={node !== undefined} onClose={onClose} size={520} mask={!wide} title={node && t(`type.${node.type}`)} extra={acts} destroyOnHidden styles={{ wrapper: { maxWidth: '100%' } }}>
      {node && place && (
        <fieldset disabled={disabled} style={{ border: 0, padding: 0, margin: 0, minWidth: 0, ...(disabled ? { pointerEvents: 'none' } : {}) }}>
          {own.length > 0 && <Alert type={own.some((one) => one.severity === 'error') ? 'error' : 'warning'} style={{ marginBlockEnd: 12 }} title={<>{own.map((one, index) => <div key={index}>{findingText(t, one)}</div>)}</>} />}
          <NodeFields node={node} document={document} errorOf={errorOf} onChange={(changed) => onChange(place, changed)} />
        </fieldset>
      )}
    </Drawer>
  );
}
