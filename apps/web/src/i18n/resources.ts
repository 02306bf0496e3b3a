import { en } from './en/index.js';
import { zhCN } from './zh-CN/index.js';

/** Languages of the product. */
export type AppLocale = 'zh-CN' | 'en';

/** Texts by language and feature. */
export const resources = { 'zh-CN': zhCN, en } as const;
