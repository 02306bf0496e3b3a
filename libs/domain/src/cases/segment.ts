/** Runs of Chinese characters; everything else is words of letters and digits. */
const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Text as the index stores it: each run of Chinese characters as overlapping pairs and its last character, so that 绩效方案 is found by 绩效, 效方, 方案 and any single character at the start of a pair;
 * words of other scripts stay as they are. No dictionary: the same text gives the same tokens whatever version of whatever library runs, and new words of the business need no upkeep.
 */
export function indexText(text: string): string {
  return normalise(text).replace(HAN, (run) => ` ${[...pairs(run), [...run].at(-1)].join(' ')} `);
}

/** Tokens of a query: pairs of Chinese characters, single characters that stand alone, and words. */
export interface QueryTokens {
  pairs: string[];
  singles: string[];
  words: string[];
}

export function queryTokens(text: string): QueryTokens {
  const plain = normalise(text);
  const runs = [...plain.matchAll(HAN)].map(([run]) => run);
  const words = [...plain.replace(HAN, ' ').matchAll(WORD)].map(([word]) => word);
  return { pairs: [...new Set(runs.flatMap(pairs))], singles: [...new Set(runs.filter((run) => [...run].length === 1))], words: [...new Set(words)] };
}

/** Full-width letters and digits count as the usual ones. */
const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -1).map((character, index) => `${character}${characters[index + 1]}`);
}
