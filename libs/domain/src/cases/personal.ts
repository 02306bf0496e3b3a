const patterns = { email: /[\w.+-]+@[\w-]+\.[\w.]+/u, phone: /(?<!\d)1[3-9]\d{9}(?!\d)/, identityCard: /(?<!\d)\d{17}[\dXx](?!\d)/ } as const;

/** Kinds of personal data that a text shows by its form: mail addresses, mobile numbers, identity cards. Names are looked up where the people are known. */
export const personalPatterns = (text: string): (keyof typeof patterns)[] => (Object.keys(patterns) as (keyof typeof patterns)[]).filter((kind) => patterns[kind].test(text.normalize('NFKC')));
