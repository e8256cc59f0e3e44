import { existsSync, readFileSync } from "node:fs";

/** What a runner of tests did. `skippedNames` says what nobody may overlook. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  skippedNames: string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0, skippedNames: [] };

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.reduce((total, { skipped }) => total + skipped, 0),
    skippedNames: all.flatMap(({ skippedNames }) => skippedNames),
  };
}

/** One check that either holds or does not, counted as one test. */
export function verdict(code: number): Counts {
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

interface VitestReport {
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

export function vitestCounts(report: string, code: number): Counts {
  if (!existsSync(report)) return verdict(code || 1);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const failed = tests.filter(({ status }) => status === "failed").length;
  // A file that does not even load fails without a single failed test, and so does an error outside of all tests.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  const unseen = code !== 0 && failed + broken === 0 ? 1 : 0;
  return {
    passed,
    failed: failed + broken + unseen,
    skipped: skipped.length,
    skippedNames: skipped.map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; tests: { status: string }[] }[];
}
interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: unknown[];
}

/** A journey that passed only on a second try counts as failed: nobody looks into what is merely "flaky". */
export function playwrightCounts(report: string, code: number): Counts {
  if (!existsSync(report)) return verdict(code || 1);
  const { suites, errors } = JSON.parse(readFileSync(report, "utf8")) as PlaywrightReport;
  const journeys = suites.flatMap((suite) => journeysIn(suite, ""));
  const passed = journeys.filter(({ status }) => status === "expected").length;
  const skipped = journeys.filter(({ status }) => status === "skipped");
  const failed = journeys.length - passed - skipped.length;
  return {
    passed,
    failed: failed + errors.length || (code === 0 ? 0 : 1),
    skipped: skipped.length,
    skippedNames: skipped.map(({ name }) => name),
  };
}

function journeysIn(suite: PlaywrightSuite, above: string): { name: string; status: string }[] {
  const title = `${above}${suite.title} › `;
  return [
    ...suite.specs.flatMap((spec) =>
      spec.tests.map(({ status }) => ({ name: title + spec.title, status })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => journeysIn(inner, title)),
  ];
}
