const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const marked = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell that a spreadsheet would run as a formula, made into text by an apostrophe. A cell that already looks neutralised gets
 * one more, so that `restore(neutralise(x)) === x` for every text.
 */
export function neutralise(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

/** The text behind a neutralised cell; other texts, also those with an honest apostrophe, stay as they are. */
export function restore(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell;
}
