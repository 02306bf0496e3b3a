import type { AppealItem, AppealValue } from '@fairmark/contracts/appeals';
import type { BilingualText } from '@fairmark/contracts/common';
import i18next from 'i18next';
import { showCenti } from '../ui/format.js';
import { textOf } from '../ui/text.js';

/** One line of the sheet by its name; what is no line by its kind. */
export function itemText({ item, name }: { item: AppealItem; name: BilingualText | null }): string {
  const kind = i18next.t(`appeals:kind.${item.kind}`);
  return name ? `${textOf(name)} · ${kind}` : kind;
}

/** Points, a band, or the outcome of a buffer. */
export function valueText(value: AppealValue | null): string {
  if (!value) return '–';
  if (value.kind === 'score') return showCenti(value.scoreCenti);
  return value.kind === 'band' ? value.band : i18next.t(`buffers:outcome.${value.outcome}`);
}

/** Items are told apart by kind and key. */
export const itemKey = ({ kind, key }: AppealItem): string => `${kind}/${key}`;
