// npm run types: generates the types of the client's queries and checks every TypeScript file.
import { generateTypes } from "./lib/product.ts";
import { installed, must } from "./lib/run.ts";

await generateTypes();
for (const project of ["server", "client", "."])
  await must(installed("tsc"), ["-p", project, "--noEmit"]);
