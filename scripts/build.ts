// npm run build: server/dist and client/dist, unless they are up to date.
import { buildProduct } from "./lib/product.ts";

await buildProduct();
