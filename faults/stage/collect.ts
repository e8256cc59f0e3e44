// Loaded before a node's program (--import): at the parent's word it gives back all memory that it can, and says what is left.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as NonNullable<typeof globalThis.gc>;

process.on("message", () => {
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
  process.send?.(process.memoryUsage());
});
process.channel?.unref();
