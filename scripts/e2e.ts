// npm run e2e: the journeys alone. What follows -- goes to Playwright, such as a file or --headed.
import { closingLine, printSkips, runJourneys } from "./lib/journeys.ts";
import { buildProduct } from "./lib/product.ts";

await buildProduct();
const counts = await runJourneys(process.argv.slice(2));
printSkips(counts);
console.log(closingLine(counts));
process.exit(counts.failed === 0 ? 0 : 1);
