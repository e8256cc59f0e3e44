import { styleText } from "node:util";

const names = new Map([
  [60, ["FATAL", "red"]],
  [50, ["ERROR", "red"]],
  [40, ["WARN ", "yellow"]],
  [30, ["INFO ", "green"]],
  [20, ["DEBUG", "gray"]],
  [10, ["TRACE", "gray"]],
] as const);
const ownFields = new Set(["level", "time", "msg", "err"]);

/** One line of the JSON log as a person reads it: time, level, message, then the fields; an error's stack below. */
export function readable(json: string): string {
  const entry = JSON.parse(json) as Record<string, unknown> & {
    level: number;
    time: number;
    msg?: string;
    err?: { stack?: string; message?: string };
  };
  const [name, colour] = names.get(entry.level as 30) ?? ["LOG  ", "white"];
  const time = new Date(entry.time).toTimeString().slice(0, 8);
  const fields = Object.entries(entry)
    .filter(([key]) => !ownFields.has(key))
    .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
  const head = [
    styleText("gray", time),
    styleText(colour, name),
    entry.msg,
    fields && styleText("gray", fields),
  ];
  const stack = entry.err && `\n${entry.err.stack ?? entry.err.message}`;
  return head.filter((part) => part !== undefined && part !== "").join(" ") + (stack ?? "") + "\n";
}
