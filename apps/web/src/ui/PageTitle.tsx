import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

/** The one heading of a page that says where one is, in the size of a section, with its acts at the right, below each other on narrow screens. */
export function PageTitle({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <Flex wrap justify="space-between" align="center" gap={8} style={{ marginBlockEnd: 16 }}>
      <div>
        <Typography.Title level={1} style={{ margin: 0, fontSize: 24, lineHeight: 4 / 3 }}>{title}</Typography.Title>
        {note && <Typography.Text type="secondary">{note}</Typography.Text>}
      </div>
      <Flex wrap gap={8} align="center">{children}</Flex>
    </Flex>
  );
}
