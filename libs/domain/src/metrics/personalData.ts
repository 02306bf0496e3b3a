/** What a cell of somebody's contact or identity looks like. */
export type PersonalDataKind = 'phone' | 'identityCard' | 'email' | 'weChat';

/** A mobile or landline number of China, or any number written internationally, with or without spaces and dashes. */
const phone = /(?<![\d.])(?:(?:\+|00)86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|\+\d{1,3}[ -]?\d[\d -]{6,13}\d/;

/** 18 digits with region, birth date and check character; or the 15 of old cards. */
const identityCard = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])|(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/;

const email = /[^\s@<>,;]+@[^\s@<>,;]+\.[\p{L}]{2,}/u;

/** WeChat's own ids, and a name that people chose after the word for it. "wechat-miniapp" is a source, not a person. */
const weChat = /\bwxid_[a-z0-9]{6,}|微信号 ?[:=]? ?[a-z][\w-]{5,19}|(?:微信|we ?chat|weixin|\bwx)(?: ?id)? ?[:=] ?[\w-]{5,}/i;

const kinds: readonly (readonly [PersonalDataKind, RegExp])[] = [['email', email], ['identityCard', identityCard], ['phone', phone], ['weChat', weChat]];

/**
 * Whether a cell looks like an end user's data (rules §13). Such a file is refused and the cell is kept nowhere. Full-width characters are
 * read as ordinary ones, so that they hide nothing. Numbers with decimals are values, never phone numbers.
 */
export function personalDataIn(cell: string): PersonalDataKind | undefined {
  const plain = cell.normalize('NFKC');
  return kinds.find(([, pattern]) => pattern.test(plain))?.[0];
}
