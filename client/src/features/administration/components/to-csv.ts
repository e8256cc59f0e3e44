/**
 * A table as a spreadsheet reads it. What a spreadsheet would take for a formula is marked as text: names come from
 * lists of other people. It is marked behind every mark that may part cells too, since spreadsheets of many countries
 * part them by semicolons and pay no heed to these quotes.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(toCell).join(",")).join("\r\n");

const FORMULA = /(^|[;,\t\r\n])(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r])/g;

const toCell = (text: string): string => {
  const plain = text.replaceAll(FORMULA, (_all, mark: string | undefined) => `${mark ?? ""}'`);
  return /[",;\t\r\n']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
