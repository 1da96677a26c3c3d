/** Tells a spreadsheet that the file is UTF-8. */
const mark = '\uFEFF';

/** Rows as CSV (RFC 4180) that spreadsheets open with their Chinese intact. */
export function csv(rows: readonly (readonly string[])[]): string {
  return mark + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** A leading sign would make a spreadsheet read text as a formula; a quote before it keeps it text. */
function field(value: string): string {
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
