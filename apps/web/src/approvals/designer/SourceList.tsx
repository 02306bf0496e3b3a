import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedDocument } from './document.js';
import { SourceFields } from './SourceFields.js';
import { newSource, sourceTypesFor, type EditedSource } from './sourceTypes.js';

interface Props {
  sources: readonly EditedSource[];
  onChange: (sources: EditedSource[]) => void;
  document: EditedDocument;
  nodeId: string;
  asFallback?: boolean;
}

/** Where approvers come from, one seat below the other in the order in which they are asked. */
export function SourceList({ sources, onChange, document, nodeId, asFallback = false }: Props) {
  const { t } = useTranslation('approvals');
  const types = sourceTypesFor(document.kind, asFallback);
  // A type that the kind does not offer stays visible where a document already names it; the findings say what is wrong with it.
  const options = (own?: EditedSource['type']) => [...types, ...(own && !types.includes(own) ? [own] : [])].map((value) => ({ value, label: t(`source.${value}`) }));
  return (
    <Flex vertical gap={8}>
      {sources.map((source, index) => (
        <Flex key={index} wrap gap={8} align="center" style={{ border: '1px solid #e8eaee', borderRadius: 8, padding: 8 }}>
          <Typography.Text type="secondary">{index + 1}</Typography.Text>
          <Select aria-label={t(asFallback ? 'source.typeFallback' : 'source.type', { no: index + 1 })} value={source.type} onChange={(type) => onChange(sources.map((one, other) => (other === index ? newSource(type) : one)))} options={options(source.type)} style={{ flex: 1, minWidth: 150 }} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t(asFallback ? 'source.removeFallback' : 'source.remove', { no: index + 1 })} onClick={() => onChange(sources.toSpliced(index, 1))} />
          <Flex wrap gap={8} align="center" style={{ flexBasis: '100%' }}><SourceFields source={source} document={document} nodeId={nodeId} onChange={(changed) => onChange(sources.map((one, other) => (other === index ? changed : one)))} /></Flex>
        </Flex>
      ))}
      <Dropdown trigger={['click']} menu={{ items: options().map(({ value, label }) => ({ key: value, label, onClick: () => onChange([...sources, newSource(value)]) })) }}>
        <Button type="dashed" block icon={<PlusOutlined />}>{t(asFallback ? 'source.addFallback' : 'source.add')}</Button>
      </Dropdown>
    </Flex>
  );
}
