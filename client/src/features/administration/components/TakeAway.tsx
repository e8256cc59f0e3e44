import { Trans } from "@lingui/react/macro";
import { Button } from "../../../ui/Button.tsx";
import { toCsv } from "./to-csv.ts";
import { planWord, type ShownLine } from "./words.ts";

/** The lines that are shown, as a file for a spreadsheet. */
export function TakeAway({ lines }: { lines: readonly ShownLine[] }) {
  function take() {
    const rows = lines.map((line) => [
      line.email,
      line.name ?? "",
      line.groupName ?? "",
      line.role?.toLowerCase() ?? "",
      line.reason ?? planWord(line.plan),
    ]);
    const file = toCsv([["email", "name", "group", "role", "why"], ...rows]);
    const url = URL.createObjectURL(new Blob(["\ufeff", file], { type: "text/csv" }));
    Object.assign(document.createElement("a"), { href: url, download: "lines.csv" }).click();
    URL.revokeObjectURL(url);
  }
  return (
    <Button onClick={take}>
      <Trans>Save as CSV</Trans>
    </Button>
  );
}
