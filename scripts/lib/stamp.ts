import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.ts";

/** One step of the build: what goes in, what comes out, and how. Paths and patterns count from the root. */
export interface Step {
  name: string;
  inputs: readonly string[];
  except?: readonly string[];
  output: string;
  make: () => Promise<void>;
}

/** Makes the step's output unless it was made from exactly these inputs; says whether it did. */
export async function upToDate({ name, inputs, except, output, make }: Step): Promise<boolean> {
  const stamp = path.join(root, ".cache", "build", name);
  const wanted = fingerprint(inputs, except);
  if (existsSync(path.join(root, output)) && read(stamp) === wanted) return false;
  rmSync(stamp, { force: true }); // so that a build which is broken off is made again
  console.log(`Building ${name} …`);
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Content and not times: a fresh checkout has new times, and switching to a branch and back changes nothing. */
function fingerprint(inputs: readonly string[], except: readonly string[] = []): string {
  const files = globSync(inputs, {
    cwd: root,
    exclude: ["**/node_modules/**", "**/dist/**", ...except],
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
