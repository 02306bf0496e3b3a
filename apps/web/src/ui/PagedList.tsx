import { Flex, Pagination } from 'antd';
import { useState, type ReactNode } from 'react';

interface Props<T> {
  items: readonly T[];
  render: (item: T) => ReactNode;
  pageSize?: number;
}

/** Lines below each other, some at a time: what a table shows beside each other where the screen is narrow. */
export function PagedList<T>({ items, render, pageSize = 20 }: Props<T>) {
  const [page, setPage] = useState(1);
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const shown = Math.min(page, last);
  return (
    <Flex vertical gap={8}>
      {items.slice((shown - 1) * pageSize, shown * pageSize).map(render)}
      <Pagination size="small" current={shown} pageSize={pageSize} total={items.length} onChange={setPage} hideOnSinglePage showSizeChanger={false} />
    </Flex>
  );
}
