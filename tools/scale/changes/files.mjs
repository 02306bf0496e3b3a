/** One line of a CSV file without quoted line breaks. */
const cells = (line) => line.split(',');

/**
 * The changes of one night as an organisation file, from what the organisation exports: two fifths of the teams get another lead, a tenth of the leads leave and their teams get another one,
 * and one in twenty operators moves to another department.
 * @param {string} exported `employees.csv` @param {{ today: string, yesterday: string }} days
 * @returns {{ csv: string, moved: number, left: number, transferred: number }}
 */
export function changedEmployees(exported, { today, yesterday }) {
  const [header, ...lines] = exported.replace(/^\uFEFF/, '').trim().split(/\r?\n/);
  const names = cells(header);
  const at = (name) => names.indexOf(name);
  const rows = lines.map(cells);
  const leads = rows.map((row) => row[at('number')]).filter((number) => number.startsWith('L')).sort();
  const departments = [...new Set(rows.map((row) => row[at('department')]))].filter((code) => code.startsWith('D')).sort();
  const swapped = Math.max(2, Math.floor(leads.length * 0.4));
  const leaving = new Set(leads.slice(swapped, swapped + Math.max(1, Math.floor(leads.length * 0.1))));
  const heir = (number) => (leaving.has(number) ? leads[0] : leads[(leads.indexOf(number) + 1) % swapped]);
  const counts = { moved: 0, left: 0, transferred: 0 };
  const out = [];
  rows.forEach((row, index) => {
    const next = [...row];
    const [number, manager, department] = ['number', 'manager_number', 'department'].map((name) => row[at(name)]);
    if (leaving.has(number)) {
      next[at('left_on')] = yesterday;
      next[at('effective_date')] = '';
      counts.left += 1;
    } else if (number.startsWith('O') && leads.includes(manager) && (leads.indexOf(manager) < swapped || leaving.has(manager))) {
      next[at('manager_number')] = heir(manager);
      next[at('effective_date')] = today;
      counts.moved += 1;
    } else if (number.startsWith('O') && index % 20 === 0) {
      next[at('department')] = departments[(departments.indexOf(department) + 1) % departments.length];
      next[at('effective_date')] = today;
      counts.transferred += 1;
    } else return;
    out.push(next.join(','));
  });
  return { csv: [header, ...out].join('\n') + '\n', ...counts };
}
