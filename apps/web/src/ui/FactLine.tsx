import { Typography } from 'antd';
import type { ReactNode } from 'react';

/** One line of a list: what it is, and below it the facts, joined. */
export function FactLine({ title, facts }: { title: ReactNode; facts: readonly ReactNode[] }) {
  const shown = facts.filter(Boolean);
  return (
    <div style={{ paddingBlock: 4, borderBlockEnd: '1px solid #f0f0f0' }}>
      <Typography.Text strong>{title}</Typography.Text>
      {shown.length > 0 && <div>{shown.map((fact, index) => <Typography.Text key={index} type="secondary">{index > 0 && ' · '}{fact}</Typography.Text>)}</div>}
    </div>
  );
}
