/** Characters that separate cells: comma, semicolon (Excel in most of Europe), tab (pasted sheets). */
export type Delimiter = ',' | ';' | '\t';

const candidates: readonly Delimiter[] = [',', ';', '\t'];

/** The candidate that occurs most often outside quotes in the first line; the comma when there is none. */
export function detectDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '\n' || char === '\r') break;
    else if (isDelimiter(char)) counts[char] += 1;
  }
  return candidates.reduce((best, next) => (counts[next] > counts[best] ? next : best));
}

function isDelimiter(char: string): char is Delimiter {
  return char === ',' || char === ';' || char === '\t';
}
