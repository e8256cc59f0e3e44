// npm run dev: the server restarts on save, the client reloads in place. One Ctrl-C stops both.
import { readFileSync, watch } from "node:fs";
import path from "node:path";
import { generateTypes, regenerateTypes } from "./lib/product.ts";
import { installed, root } from "./lib/run.ts";
import { supervise } from "./lib/supervise.ts";

await generateTypes();
regenerateOnSave();

const port = process.env["PORT"] ?? "4000";
const clientPort = process.env["CLIENT_PORT"] ?? "5173";
const env = {
  ...process.env,
  NODE_ENV: "development",
  PORT: port,
  PUBLIC_URL: process.env["PUBLIC_URL"] ?? `http://localhost:${clientPort}`,
};
const code = await supervise([
  {
    program: installed("tsx"),
    args: [
      ["watch", "--clear-screen=false"],
      ["--tsconfig", "server/tsconfig.json", "server/src/main.ts"],
    ].flat(),
    options: { env },
  },
  {
    program: installed("vite"),
    args: ["--host", "127.0.0.1", "--strictPort", "--port", clientPort, "--clearScreen", "false"],
    options: {
      cwd: path.join(root, "client"),
      env: { ...env, BARAZA_SERVER: `http://127.0.0.1:${port}` },
    },
  },
]);
process.exit(code);

/** The generated types follow the documents. A save comes as several events, and one run at a time is enough. */
function regenerateOnSave(): void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(regenerateTypes);
    }, 200);
  };
  const source = path.join(root, "client/src");
  watch(source, { recursive: true }, (_event, file) => {
    if (file && !file.startsWith("generated") && holdsQuery(path.join(source, file))) later();
  });
  watch(path.join(root, "schema.graphql"), later);
}

function holdsQuery(file: string): boolean {
  try {
    return readFileSync(file, "utf8").includes("graphql(");
  } catch {
    return true; // deleted, and its documents with it
  }
}
