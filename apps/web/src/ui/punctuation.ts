import i18next from 'i18next';

const isEnglish = (): boolean => i18next.language === 'en';

/** Between a label and its text: full width in Chinese. */
export const colon = (): string => (isEnglish() ? ': ' : '：');

/** A remark after a name. */
export const inBrackets = (text: string): string => (isEnglish() ? ` (${text})` : `（${text}）`);
