import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { NODE_TYPES, type NodeType } from './document.js';

/** The plus sign on a line of the chart: what is put in there. */
export function AddNode({ onAdd }: { onAdd: (type: NodeType) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Dropdown trigger={['click']} menu={{ items: NODE_TYPES.map((type) => ({ key: type, label: t(`type.${type}`), onClick: () => onAdd(type) })) }}>
      <Button size="small" type="primary" shape="circle" icon={<PlusOutlined />} aria-label={t('chart.add')} />
    </Dropdown>
  );
}
