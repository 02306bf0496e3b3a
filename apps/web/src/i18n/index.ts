import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { resources, type AppLocale } from './resources.js';

export type { AppLocale };

const STORED = 'fairmark.locale';

function rememberedLocale(): AppLocale {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN';
}

/** Starts translation. Chinese is the first language; a missing key shows its name, and a test finds it before that. */
export function startI18n(locale: AppLocale = rememberedLocale()): void {
  void i18next.use(initReactI18next).init({ lng: locale, fallbackLng: false, resources, defaultNS: 'common', interpolation: { escapeValue: false }, returnNull: false });
  document.documentElement.lang = locale;
}

/** Switches the language of the page and remembers it on this device. */
export async function switchLocale(locale: AppLocale): Promise<void> {
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
