// npm run operate -- COMMAND: what an operator does to a running installation. It runs what is built, also where the
// sources are newer already: a build would pull the files away under the server that is asked about.
import { existsSync } from "node:fs";
import path from "node:path";
import { buildProduct } from "./lib/product.ts";
import { root, run } from "./lib/run.ts";

const program = path.join(root, "server/dist/operate.js");
if (!existsSync(program)) await buildProduct();
process.exit(
  await run(process.execPath, ["--enable-source-maps", program, ...process.argv.slice(2)]),
);
