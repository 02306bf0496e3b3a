import { Table, type TableProps } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A table that scrolls sideways where it is wider than the screen, and that people without a mouse can scroll as well. */
export function DataTable<T extends object>(props: TableProps<T>) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const reachable = wider ? { tabIndex: 0, role: 'region', 'aria-label': t('table.scrolls') } : {};
  return <div ref={box} style={{ overflowX: 'auto', maxWidth: '100%' }} {...reachable}><Table<T> {...props} /></div>;
}
