import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { problemText } from '../../ui/problemText.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import type { EditedDocument } from './document.js';
import type { PlacedFinding } from './findings.js';
import { nodeAt, type Place } from './places.js';

interface Props {
  document: EditedDocument;
  findings: readonly PlacedFinding[];
  checking: boolean;
  onOpen: (place: Place) => void;
}

/** Everything that the check found; a click leads to the node. */
export function FindingsPanel({ document, findings, checking, onOpen }: Props) {
  const { t } = useTranslation('approvals');
  const errors = findings.filter((one) => one.severity === 'error').length;
  const title = checking ? t('findings.checking') : findings.length === 0 ? t('findings.none') : t('findings.counts', { errors, warnings: findings.length - errors });
  const nameOf = (place: Place): string => {
    const node = nodeAt(document, place);
    return node ? (node.title ? textOf(node.title) : t(`type.${node.type}`)) : '';
  };
  return (
    <Alert
      type={errors > 0 ? 'error' : findings.length > 0 ? 'warning' : 'success'} showIcon role="status" title={title}
      description={findings.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {findings.map((one, index) => (
            <li key={index}>
              <ToneTag tone={one.severity === 'error' ? 'bad' : 'warn'}>{t(`findings.${one.severity}`)}</ToneTag>
              {one.place ? <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} onClick={() => onOpen(one.place ?? [])}>{nameOf(one.place)}</Button> : t('findings.process')}
              {t('condition.colon')}{findingText(t, one)}{one.field && <Typography.Text type="secondary" code>{one.field}</Typography.Text>}
            </li>
          ))}
        </ul>
      )}
    />
  );
}

/** A finding in words. That the form is wrong helps nobody: of a place that is left empty it says what belongs there. */
export function findingText(t: Parameters<typeof problemText>[0], { code, details, path }: Pick<PlacedFinding, 'code' | 'details' | 'path'>): string {
  if (code === 'APPROVAL_DEFINITION.SHAPE') return t(`approvals:findings.shape.${path?.split('.').at(-1) ?? 'other'}`, { defaultValue: t('approvals:findings.shape.other') });
  return problemText(t, new Problem({ code, status: 0, ...(details ? { details } : {}) }));
}
