import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { none, playwrightCounts, sum, vitestCounts } from "./counts.ts";

const folder = mkdtempSync(path.join(tmpdir(), "baraza-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: unknown): string {
  const report = path.join(folder, "report.json");
  writeFileSync(report, JSON.stringify(content));
  return report;
}
const result = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each, n) => ({ status: each, fullName: `test ${n}` })),
});

test("vitest: a file that does not load and an error outside of all tests are failures too", () => {
  const report = file({
    testResults: [
      result("passed", "passed", "skipped", "todo"),
      result("failed", "failed", "passed"),
      result("failed"),
    ],
  });
  expect(vitestCounts(report, 1)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 2,
    skippedNames: ["test 1", "test 2"],
  });
  const green = file({ testResults: [result("passed", "passed")] });
  expect(vitestCounts(green, 0)).toMatchObject({ passed: 1, failed: 0 });
  expect(vitestCounts(green, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(vitestCounts(path.join(folder, "absent"), 0)).toMatchObject({ failed: 1 });
});

test("playwright: what passed only on a second try is a failure", () => {
  const spec = (status: string) => ({ title: status, tests: [{ status }] });
  const suites = [
    {
      title: "a.spec.ts",
      specs: [spec("expected"), spec("flaky")],
      suites: [{ title: "inner", specs: [spec("unexpected"), spec("skipped")] }],
    },
  ];
  expect(playwrightCounts(file({ suites, errors: [] }), 1)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    skippedNames: ["a.spec.ts › inner › skipped"],
  });
  expect(playwrightCounts(file({ suites: [], errors: [{}] }), 1)).toMatchObject({ failed: 1 });
  expect(playwrightCounts(file({ suites: [], errors: [] }), 1)).toMatchObject({ failed: 1 });
});

test("a sum of nothing is nothing", () => {
  expect(sum([])).toEqual(none);
});
