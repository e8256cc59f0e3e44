import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

const client = path.join(import.meta.dirname, "../../client");

export interface Bundle {
  /** The program of a device. */
  program: string;
  remove(): void;
}

/** Builds the client's sync code for Node, with the plugins and settings of the client's own build. */
export async function bundleDevice(): Promise<Bundle> {
  // Inside the client, where Node finds the packages that it needs.
  const outDir = path.join(client, ".cache", `device-${randomUUID()}`);
  await build({
    configFile: path.join(client, "vite.config.ts"),
    logLevel: "error",
    build: { ssr: "src/testing/device/main.ts", outDir, minify: false, copyPublicDir: false },
  });
  return {
    program: path.join(outDir, "main.js"),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
