import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Prints what each route's first load weighs: every script that has to arrive, gzip. Run after `vite build`. */
interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
}
const dist = `${import.meta.dirname}/../dist`;
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8")) as Record<
  string,
  Chunk
>;

function gather(key: string, into: Set<string>): Set<string> {
  const chunk = manifest[key];
  if (into.has(chunk.file)) return into;
  into.add(chunk.file);
  for (const next of chunk.imports ?? []) gather(next, into);
  return into;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)!;
const first = [...gather(entry, new Set())];
const size = (file: string) => gzipSync(readFileSync(`${dist}/${file}`)).length;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sum = (files: Iterable<string>) => [...files].reduce((all, file) => all + size(file), 0);

process.stdout.write(`every page: ${kB(sum(first))}\n`);
for (const key of Object.keys(manifest).filter((one) => /\/pages\/\w+\.tsx$/.test(one))) {
  const files = gather(key, new Set(first));
  process.stdout.write(`${manifest[key].name}: ${kB(sum(files))} in ${files.size} files\n`);
}
