import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What the first page of a visit may weigh: script of all kinds, gzip, in bytes. */
const limit = 170_000;

/** Prints what each page weighs when it is the first one, and warns of one that became too heavy. */
export function routeSizes(): Plugin {
  return {
    name: "baraza:route-sizes",
    apply: "build",
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const weights = new Map(chunks.map((one) => [one.fileName, gzipSync(one.code).length]));
      const entry = chunks.find((one) => one.isEntry);
      const pages = chunks.filter((one) => /\/pages\/\w+\.tsx$/.test(one.facadeModuleId ?? ""));
      for (const page of pages) {
        const files = gather(page, bundle, gather(entry, bundle, new Set()));
        const weight = [...files].reduce((sum, file) => sum + (weights.get(file) ?? 0), 0);
        const line = `${page.name}: ${(weight / 1000).toFixed(1)} kB of script`;
        if (weight > limit) this.warn(`${line}, more than the ${limit / 1000} kB it may have`);
        else this.info(line);
      }
    },
  };
}

function gather(
  chunk: Rolldown.OutputChunk | undefined,
  bundle: Rolldown.OutputBundle,
  into: Set<string>,
): Set<string> {
  if (!chunk || into.has(chunk.fileName)) return into;
  into.add(chunk.fileName);
  for (const file of chunk.imports) {
    const next = bundle[file];
    if (next?.type === "chunk") gather(next, bundle, into);
  }
  return into;
}
