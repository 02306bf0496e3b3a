import { Grid, Select, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Section {
  key: string;
  label: string;
  content: ReactNode;
}

interface Props {
  sections: readonly Section[];
  /** The chosen part, where the page keeps it in its address. */
  chosen?: string | undefined;
  onChoose?: (key: string) => void;
}

/** Parts of a page: tabs where they fit beside each other, else a list to choose from. */
export function Sections({ sections, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  const [own, setOwn] = useState<string | undefined>(undefined);
  const choose = onChoose ?? setOwn;
  const shown = sections.find((section) => section.key === (chosen ?? own)) ?? sections[0];
  if (!shown) return null;
  const list = () => (
    <Select<string> aria-label={t('nav.sections')} value={shown.key} onChange={choose} options={sections.map(({ key, label }) => ({ value: key, label }))} style={{ width: '100%', marginBlockEnd: 12 }} size="large" />
  );
  // The parts stay where they are when a phone is turned: what was typed in them is not lost.
  return <Tabs activeKey={shown.key} onChange={choose} destroyOnHidden {...(wide ? {} : { renderTabBar: list })} items={sections.map(({ key, label, content }) => ({ key, label, children: content }))} />;
}
