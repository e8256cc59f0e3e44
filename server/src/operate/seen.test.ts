import "reflect-metadata";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startNode, type BarazaNode } from "../node.ts";
import { createLog } from "../platform/log/log.ts";
import { cloneDatabase } from "../testing/database.ts";
import { testConfig } from "../testing/world.ts";

const root = path.join(import.meta.dirname, "../../..");
const text = (file: string) => readFileSync(path.join(root, file), "utf8");

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let node: BarazaNode;
let printed: string;
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  node = await startNode({
    config: { ...testConfig, databaseUrl: database.url },
    log: createLog({ level: "silent" }),
    databaseUrl: database.url,
    clientFolder: null,
    graceMs: 0,
    limits: { drainMs: 0 },
  });
  printed = await (await fetch(`${node.url}/metrics`)).text();
});
afterAll(async () => {
  await node?.stop();
  await database?.drop();
});

/** The measures that a text names, without what a histogram adds to its name. */
const namedIn = (words: string) =>
  new Set(
    (words.match(/\b(?:baraza|process|nodejs)_[a-z0-9_]+/g) ?? []).map((name) =>
      name.replace(/_(?:bucket|sum|count)$/, ""),
    ),
  );
const measures = () =>
  new Set([...printed.matchAll(/^# TYPE (\S+) /gm)].map((match) => match[1] ?? ""));

describe("what an operator is told to look at", () => {
  it.each(["ops/grafana/baraza.json", "ops/prometheus/alerts.yml", "docs/operating.md"])(
    "is there: every measure that %s names",
    (file) => {
      const named = namedIn(text(file));
      expect(named.size).toBeGreaterThan(10);
      expect([...named].filter((name) => !measures().has(name))).toEqual([]);
    },
  );

  it("says what each measure is, in a line of its own", () => {
    const own = [...measures()].filter((name) => name.startsWith("baraza_"));
    for (const name of own)
      expect(printed.match(new RegExp(`^# HELP ${name} \\S.*$`, "gm")), name).toHaveLength(1);
  });

  it("is explained in the guide: each of our measures and each alert", () => {
    const guide = text("docs/operating.md");
    const named = namedIn(guide);
    const own = [...measures()].filter((name) => name.startsWith("baraza_"));
    expect(own.filter((name) => !named.has(name) && !guide.includes(shortened(name)))).toEqual([]);

    const rules = text("ops/prometheus/alerts.yml").split("- alert: ").slice(1);
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) {
      const name = /^\w+/.exec(rule)?.[0] ?? "";
      expect(guide, name).toMatch(new RegExp(`^### ${name}$`, "m"));
      expect(rule).toContain(`runbook_url: docs/operating.md#${name.toLowerCase()}`);
      expect(rule).toMatch(/severity: (page|look)/);
    }
  });
});

it("says every setting in the guide", () => {
  const config = text("server/src/platform/config/config.ts");
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1] ?? "");
  expect(settings.length).toBeGreaterThan(10);
  const guide = text("docs/operating.md");
  expect([...new Set(settings)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

/** As the guide's table writes the second of two that begin alike. */
const shortened = (name: string) => name.replace(/^baraza_postgres/, "…");
