import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeOf } from './document.js';
import type { NodeProps } from './NodeFields.js';
import { without } from './StepFields.js';
import { TextFields } from './TextFields.js';
import { freshId } from './walk.js';

const LEAST = 2;
const MOST = 10;

/** Branches that run at the same time; what they hold is edited in the chart. */
export function ParallelFields({ node, onChange, document, errorOf }: NodeProps<NodeOf<'parallel'>>) {
  const { t } = useTranslation('approvals');
  const { branches } = node;
  const add = () => onChange({ ...node, branches: [...branches, { id: freshId(document, 'branch'), nodes: [] }] });
  return (
    <Flex vertical gap={12}>
      <Alert type="info" title={t('typeNote.parallel')} />
      <TextFields optional label={t('step.title')} value={node.title} error={errorOf('title')} onChange={(title) => onChange(without(node, 'title', title))} />
      {branches.map((branch, index) => (
        <Card
          key={branch.id} size="small" title={t('branch.no', { no: index + 1 })}
          extra={<Button type="text" icon={<DeleteOutlined />} disabled={branches.length <= LEAST} aria-label={t('branch.remove', { no: index + 1 })} onClick={() => onChange({ ...node, branches: branches.toSpliced(index, 1) })} />}
        >
          <TextFields optional label={t('branch.title')} value={branch.title} error={errorOf(`branches.${index}.title`)} onChange={(title) => onChange({ ...node, branches: branches.map((one, other) => (other === index ? without(one, 'title', title) : one)) })} />
        </Card>
      ))}
      {branches.length < MOST && <Button type="dashed" block icon={<PlusOutlined />} onClick={add}>{t('branch.add')}</Button>}
    </Flex>
  );
}
