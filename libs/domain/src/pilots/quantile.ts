/** Two-sided 95 % quantiles of Student's t as printed in tables, for 1 to 30 degrees of freedom. */
const small = [
  '12.706', '4.303', '3.182', '2.776', '2.571', '2.447', '2.365', '2.306', '2.262', '2.228', '2.201', '2.179', '2.160', '2.145', '2.131',
  '2.120', '2.110', '2.101', '2.093', '2.086', '2.080', '2.074', '2.069', '2.064', '2.060', '2.056', '2.052', '2.048', '2.045', '2.042',
];
const large: readonly (readonly [number, string])[] = [[1_000, '1.962'], [120, '1.980'], [60, '2.000'], [40, '2.021'], [30, '2.042']];

/** The quantile for so many degrees of freedom (1 or more). Between two lines of the table the smaller number of degrees counts: the interval is rather too wide than too narrow. */
export function tQuantile(degreesOfFreedom: number): string {
  if (degreesOfFreedom <= 30) return small[Math.max(1, Math.floor(degreesOfFreedom)) - 1] as string;
  return (large.find(([from]) => degreesOfFreedom >= from) as readonly [number, string])[1];
}
