import { rmSync } from "node:fs";
import path from "node:path";
import { precompress } from "./precompress.ts";
import { installed, must, root, runQuietly } from "./run.ts";
import { type Step, upToDate } from "./stamp.ts";

const shared = ["package-lock.json", "scripts/lib/*.ts"];
const generated = "client/src/generated/**";
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/testing/**"];

/** The types of the client's queries, whether they are up to date or not. Gives an exit code. */
export function regenerateTypes(): Promise<number> {
  return runQuietly(installed("graphql-codegen"), ["--config", "codegen.ts"]);
}

const types: Step = {
  name: "types of the queries",
  inputs: [...shared, "schema.graphql", "codegen.ts", "client/src/**/*.{ts,tsx}"],
  except: [generated],
  output: "client/src/generated",
  make: async () => {
    const code = await regenerateTypes();
    if (code !== 0) process.exit(code);
  },
};

const server: Step = {
  name: "server",
  inputs: [...shared, "server/package.json", "server/tsconfig*.json", "server/src/**"],
  except: tests,
  output: "server/dist/main.js",
  make: async () => {
    rmSync(path.join(root, "server/dist"), { recursive: true, force: true });
    await must(installed("tsc"), ["-p", "server/tsconfig.build.json"]);
  },
};

const client: Step = {
  name: "client",
  inputs: [...shared, "client/*.{ts,json,html}", "client/{build,public,src}/**"],
  except: tests,
  output: "client/dist/index.html",
  make: async () => {
    await must(installed("vite"), ["build", "--logLevel", "warn"], {
      cwd: path.join(root, "client"),
    });
    await precompress(path.join(root, "client/dist"));
  },
};

/** What the client's documents ask for, as types; needed before the client can be checked, built or served. */
export function generateTypes(): Promise<boolean> {
  return upToDate(types);
}

/** Builds what has changed since the last time, and nothing else. */
export async function buildProduct(): Promise<void> {
  await Promise.all([upToDate(server), generateTypes().then(() => upToDate(client))]);
}
