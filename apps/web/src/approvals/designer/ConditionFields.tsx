import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeOf } from './document.js';
import type { NodeProps } from './NodeFields.js';
import { without } from './StepFields.js';
import { newTest, TestFields } from './TestFields.js';
import { TextFields } from './TextFields.js';
import { freshId } from './walk.js';

type Branch = NodeOf<'condition'>['branches'][number];
const MOST = 10;
const MOST_TESTS = 5;

/** Branches in the order in which they are tried; the first whose tests all hold is taken, else the default. */
export function ConditionFields({ node, onChange, document, errorOf }: NodeProps<NodeOf<'condition'>>) {
  const { t } = useTranslation('approvals');
  const { branches } = node;
  const set = (index: number, branch: Branch) => onChange({ ...node, branches: branches.map((one, other) => (other === index ? branch : one)) });
  const add = () => onChange({ ...node, branches: [...branches, { id: freshId(document, 'branch'), when: [newTest(document)], nodes: [] }] });
  const up = (index: number) => onChange({ ...node, branches: branches.toSpliced(index, 1).toSpliced(index - 1, 0, branches[index] as Branch) });
  return (
    <Flex vertical gap={12}>
      <Alert type="info" title={t('typeNote.condition')} />
      {(document.form ?? []).length === 0 && <Alert type="warning" title={t('condition.noFields')} />}
      <TextFields optional label={t('step.title')} value={node.title} error={errorOf('title')} onChange={(title) => onChange(without(node, 'title', title))} />
      {branches.map((branch, index) => (
        <Card
          key={branch.id} size="small" title={t('branch.no', { no: index + 1 })}
          extra={
            <>
              <Button type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('branch.up', { no: index + 1 })} onClick={() => up(index)} />
              <Button type="text" icon={<DeleteOutlined />} disabled={branches.length === 1} aria-label={t('branch.remove', { no: index + 1 })} onClick={() => onChange({ ...node, branches: branches.toSpliced(index, 1) })} />
            </>
          }
        >
          <TextFields optional label={t('branch.title')} value={branch.title} error={errorOf(`branches.${index}.title`)} onChange={(title) => set(index, without(branch, 'title', title))} />
          <TestFields tests={branch.when} document={document} error={errorOf(`branches.${index}.when`)} onChange={(when) => set(index, { ...branch, when })} />
          {branch.when.length < MOST_TESTS && <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => set(index, { ...branch, when: [...branch.when, newTest(document)] })}>{t('condition.addTest')}</Button>}
        </Card>
      ))}
      {branches.length < MOST && <Button type="dashed" block icon={<PlusOutlined />} onClick={add}>{t('branch.add')}</Button>}
    </Flex>
  );
}
