import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

/** Heading of a page with its acts at the right, below each other on narrow screens. */
export function PageTitle({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <Flex wrap justify="space-between" align="center" gap={8} style={{ marginBlockEnd: 16 }}>
      <div>
        <Typography.Title level={3} style={{ margin: 0 }}>{title}</Typography.Title>
        {note && <Typography.Text type="secondary">{note}</Typography.Text>}
      </div>
      <Flex wrap gap={8} align="center">{children}</Flex>
    </Flex>
  );
}
