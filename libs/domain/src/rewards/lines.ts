/** What was exported for a person and result. `full` once; whatever changes later is a `difference`. */
export interface PayrollLine {
  /** Idempotency key: the same line is never exported twice. */
  readonly key: string;
  readonly kind: 'full' | 'difference';
  readonly cents: number;
}

/**
 * The next line for payroll, or null when there is nothing to pay or take back.
 * Rule: each person and result is paid once; a held or adjusted reward comes as a difference line, never as a second full one.
 * @param reviewId the result that is paid
 * @param exported lines exported so far, in order
 * @param dueCents what the person is to have in all by now; 0 while an appeal holds the payment
 */
export function nextPayrollLine(reviewId: string, exported: readonly PayrollLine[], dueCents: number): PayrollLine | null {
  const paid = exported.reduce((sum, line) => sum + line.cents, 0);
  if (exported.length === 0) return { key: `${reviewId}/1`, kind: 'full', cents: dueCents };
  return dueCents === paid ? null : { key: `${reviewId}/${exported.length + 1}`, kind: 'difference', cents: dueCents - paid };
}
