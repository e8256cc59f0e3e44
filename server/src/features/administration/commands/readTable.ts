import { CsvError, parse } from "csv-parse/sync";
import { refused } from "../../../house/refusal.ts";
import { folded } from "../../../house/text.ts";

/** Lines of one list: more are sent as another one. */
export const MOST_LINES = 5_000;

/** One person of a list as it was written; nothing of it is checked yet. */
export interface Written {
  email: string;
  name: string;
  group: string;
  role: string;
}
type Column = keyof Written;

const headings: Record<Column, readonly string[]> = {
  email: ["email", "e-mail", "mail", "address", "e-mail address", "email address", "courriel"],
  name: ["name", "full name", "person", "nom"],
  group: ["group", "cohort", "group name", "groupe"],
  role: ["role", "as"],
};
const usual: readonly Column[] = ["email", "name", "group", "role"];
const NAMED = /^(.*)<([^<>]+@[^<>]+)>$/;

/**
 * Reads a list that was pasted or exported from a spreadsheet: commas, semicolons or tabs, with headings or without,
 * with a byte-order mark, or addresses alone. Refuses what is no table, and what is too long.
 */
export function readTable(text: string): Written[] {
  const records = recordsOf(text);
  const [first] = records;
  const columns = first && columnsOf(first);
  const rows = columns ? records.slice(1) : records;
  const written = rows.flatMap((cells) => peopleOf(cells, columns ?? usual));
  if (written.length === 0)
    throw refused("INVALID_INPUT", "There is nobody in this list: give one address a line.", [
      "text",
    ]);
  if (written.length > MOST_LINES)
    throw refused(
      "LIMIT_REACHED",
      `A list has at most ${MOST_LINES} lines; this one has ${written.length}. Send it in several.`,
      ["text"],
    );
  return written;
}

function recordsOf(given: string): string[][] {
  // A spreadsheet's own first line, which names its delimiter.
  const [hint, named] = /^\ufeff?sep=(.)\r?\n/i.exec(given) ?? ["", null];
  const text = visible(given.slice(hint.length));
  try {
    return parse(text, {
      delimiter: named ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: 10_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(
      "INVALID_INPUT",
      `This cannot be read as a table: ${error.message.slice(0, 200)}`,
      ["text"],
    );
  }
}

/** Without marks that nobody sees, which come with what is copied from a page or a letter; joiners are part of names. */
const visible = (text: string) =>
  text.replaceAll(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "");

/** What stands most often in the first line that has any of them. */
function delimiterOf(text: string): string {
  const line = /^.*[\t;,].*$/m.exec(text)?.[0] ?? "";
  const counted = ["\t", ";", ","].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** The columns by their headings; null when the first line is a person. */
function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => usual.find((one) => headings[one].includes(folded(cell))));
  return columns.includes("email") ? columns.map((one) => one ?? null) : null;
}

function peopleOf(cells: readonly string[], columns: readonly (Column | null)[]): Written[] {
  const filled = cells.filter((cell) => cell !== "");
  // A line of addresses as they are pasted from a letter's head.
  if (filled.length > 1 && filled.every((cell) => cell.includes("@")))
    return filled.map((cell) => named({ email: cell, name: "", group: "", role: "" }));
  const person: Written = { email: "", name: "", group: "", role: "" };
  for (const [at, column] of columns.entries()) if (column) person[column] = cells[at] ?? "";
  return [named(person)];
}

/** `Ada <ada@example.org>` says a name too. */
function named(person: Written): Written {
  const [, name = "", email] = NAMED.exec(person.email) ?? [];
  return email ? { ...person, email, name: person.name || name.trim() } : person;
}
