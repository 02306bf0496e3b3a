import type { BilingualText } from '@fairmark/contracts/common';
import type { TFunction } from 'i18next';

/** A text of the product as a title inside a document, which is read in both languages. */
export const bothLanguages = (t: TFunction<'approvals'>, key: string): BilingualText => ({ zh: t(key as never, { lng: 'zh-CN' }), en: t(key as never, { lng: 'en' }) });
