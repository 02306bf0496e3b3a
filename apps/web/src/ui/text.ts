import type { BilingualText } from '@fairmark/contracts/common';
import i18next from 'i18next';

/** A text of the plan in the language of the page; Chinese is always there. */
export function textOf(text: BilingualText): string {
  return i18next.language === 'en' && text.en ? text.en : text.zh;
}

/** A name with an optional English form. */
export function nameOf(named: { name: string; nameEn: string | null }): string {
  return i18next.language === 'en' && named.nameEn ? named.nameEn : named.name;
}
