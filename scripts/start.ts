// npm start: builds what has changed and runs the product as in production.
import { buildProduct } from "./lib/product.ts";
import { supervise } from "./lib/supervise.ts";

await buildProduct();
const code = await supervise([
  {
    program: process.execPath,
    args: ["--enable-source-maps", "server/dist/main.js", ...process.argv.slice(2)],
    options: { env: { ...process.env, NODE_ENV: "production" } },
  },
]);
process.exit(code);
