import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { installed, root } from "./lib/run.ts";

// A law that refuses nothing is none: a small house in which each is broken once, and one that keeps them all.

const rooms = "server/src/features";
const broken: [rule: string, file: string, imports: string][] = [
  ["no-barrels", "server/src/platform/mail/a.ts", "server/src/platform/mail/index.ts"],
  ["not-to-unresolvable", "server/src/platform/log/a.ts", "server/src/platform/log/nowhere.ts"],
  ["no-test-code-in-the-product", "server/src/main.ts", "server/src/testing/world.ts"],
  ["platform-is-the-ground", "server/src/platform/http/a.ts", "server/src/live/hub.ts"],
  ["live-knows-no-room", "server/src/live/a.ts", `${rooms}/groups/public.ts`],
  ["house-knows-no-room", "server/src/house/a.ts", `${rooms}/groups/public.ts`],
  ["nothing-imports-the-roof", `${rooms}/people/jobs.ts`, "server/src/schema/build.ts"],
  ["rooms-meet-through-public", `${rooms}/discussion/queries/a.ts`, `${rooms}/groups/rows.ts`],
  ["rooms-only-downward-groups", `${rooms}/groups/queries.ts`, `${rooms}/discussion/public.ts`],
  ["rooms-only-downward-discussion", `${rooms}/discussion/jobs.ts`, `${rooms}/news/public.ts`],
  ["entities-are-the-bottom", `${rooms}/people/entities.ts`, `${rooms}/people/queries.ts`],
  ["facts-and-types-are-leaves", `${rooms}/people/facts.ts`, `${rooms}/people/loaders.ts`],
  ["policy-is-pure", `${rooms}/people/policy.ts`, "server/src/platform/database/database.ts"],
  ["queries-change-nothing", `${rooms}/people/loaders.ts`, `${rooms}/people/commands/a.ts`],
  ["commands-state-facts", `${rooms}/people/commands/b.ts`, "server/src/live/hub.ts"],
  ["client-and-server-meet-in-the-schema", "client/src/app/a.ts", `${rooms}/groups/public.ts`],
  ["server-knows-no-client", "server/src/platform/http/b.ts", "client/src/ui/Button.tsx"],
  ["ui-is-looks-only", "client/src/ui/Card.tsx", "client/src/platform/apollo/client.ts"],
  ["client-platform-knows-no-feature", "client/src/platform/a.ts", "client/src/app/Shell.tsx"],
  ["features-know-no-app", "client/src/features/groups/a.ts", "client/src/app/Shell.tsx"],
  [
    "pages-are-not-parts",
    "client/src/features/groups/b.ts",
    "client/src/features/news/pages/P.tsx",
  ],
  ["no-circles", "server/src/platform/limits/a.ts", "server/src/platform/limits/b.ts"],
];
const kept: [file: string, imports: string][] = [
  ["server/src/platform/limits/b.ts", "server/src/platform/limits/a.ts"], // reported once, on the other side
  [`${rooms}/discussion/commands/send.ts`, `${rooms}/groups/public.ts`],
  [`${rooms}/discussion/commands/post.ts`, "server/src/live/write.ts"],
  [`${rooms}/discussion/resolvers.ts`, `${rooms}/discussion/commands/send.ts`],
  [`${rooms}/discussion/live.ts`, "server/src/live/live.ts"],
  [`${rooms}/inbox/listeners.ts`, `${rooms}/discussion/public.ts`],
  ["server/src/platform/http/a.test.ts", "server/src/testing/world.ts"],
  ["client/src/features/groups/pages/P.tsx", "client/src/ui/Button.tsx"],
];
const keptForTypes: [file: string, imports: string][] = [
  [`${rooms}/groups/policy.ts`, "server/src/platform/database/database.ts"],
  [`${rooms}/groups/types.ts`, `${rooms}/groups/queries.ts`],
  [`${rooms}/groups/commands/a.ts`, "server/src/live/hub.ts"],
];

const folder = mkdtempSync(path.join(tmpdir(), "baraza-laws-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text, { flag: "a" });
}

test("each law refuses what it forbids, also between types, and nothing else", async () => {
  const line = (file: string, imports: string, what: string) => {
    const to = path.relative(path.dirname(file), imports);
    write(file, `import ${what} from "${to.startsWith(".") ? to : `./${to}`}";\n`);
    if (!imports.includes("nowhere")) write(imports, "export const x = 1;\nexport type X = 1;\n");
  };
  for (const [file, imports] of keptForTypes) line(file, imports, "type { X }");
  for (const [file, imports] of [
    ...broken.map((row) => row.slice(1) as [string, string]),
    ...kept,
  ]) {
    line(file, imports, "{ x }");
    line(file, imports, "type { X }");
    write(file, "export function f(): X {\n  using _ = x as never;\n  return x;\n}\n");
  }
  const config = path.join(root, ".dependency-cruiser.cjs");
  const { stdout } = await promisify(execFile)(
    installed("depcruise"),
    ["--config", config, "--output-type", "json", "server/src", "client/src"],
    { cwd: folder, maxBuffer: 2 ** 24 },
  ).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  const found = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  const wanted = broken.map(([rule, file]) => `${rule} ${file}`);
  expect([...new Set(found)].toSorted()).toEqual(wanted.toSorted());
});
