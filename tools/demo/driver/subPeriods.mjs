const DAY = 86_400_000;
const iso = (ms) => new Date(ms).toISOString().slice(0, 10);

/** Months whose middle lies between two days. */
function months(start, end) {
  const found = [];
  for (let at = new Date(`${start.slice(0, 7)}-16T00:00:00Z`); iso(at.getTime()) <= end; at.setUTCMonth(at.getUTCMonth() + 1)) if (iso(at.getTime()) >= start) found.push(iso(at.getTime()).slice(0, 7));
  return found;
}

/** ISO weeks whose Thursday lies between two days. */
function weeks(start, end) {
  const first = Date.parse(`${start}T00:00:00Z`);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const found = [];
  for (let thursday = first + ((10 - weekday) % 7) * DAY; iso(thursday) <= end; thursday += 7 * DAY) found.push(weekLabel(thursday));
  return found;
}

function weekLabel(thursday) {
  const year = iso(thursday).slice(0, 4);
  return `${year}-W${String(Math.floor((thursday - Date.parse(`${year}-01-01T00:00:00Z`)) / (7 * DAY)) + 1).padStart(2, '0')}`;
}

/** Labels of the sub-periods of a period, as the import of indicator values reads them. @param {'week' | 'month' | 'period'} kind @param {string} start @param {string} end @returns {string[]} */
export function subPeriods(kind, start, end) {
  if (kind === 'period') return [`${start}/${end}`];
  return kind === 'week' ? weeks(start, end) : months(start, end);
}
