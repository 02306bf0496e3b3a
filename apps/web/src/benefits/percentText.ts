/** A share as text in percent, exactly: `0.18` → `18`, `-0.215` → `-21.5`. Moves the point in the text, never through a binary float. */
export function percentText(share: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(share) ?? [];
  const digits = fraction.padEnd(2, '0');
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const right = digits.slice(2).replace(/0+$/, '');
  return `${sign}${left}${right ? `.${right}` : ''}`;
}
