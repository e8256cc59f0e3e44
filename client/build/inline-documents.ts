import { statSync } from "node:fs";
import { print, stripIgnoredCharacters, type DocumentNode } from "graphql";
import type { Plugin } from "vite";

const generated = `${import.meta.dirname}/../src/generated/graphql.ts`;
const reader = "/src/platform/apollo/read-document.ts";
const call = /\bgraphql\(\s*(?:\/\*[^]*?\*\/\s*)?`([^`]*)`,?\s*\)/g;
const named = /^\s*(?:#[^\n]*\n\s*)*(query|mutation|subscription|fragment)\s+(\w+)/;

/**
 * Puts each generated document where it is written, as a short text that `readDocument` reads, in place of
 * `graphql(…)`. The generated lookup table holds every document of the app twice, as trees, and would go
 * to every reader with the first page.
 */
export function inlineDocuments(): Plugin {
  return {
    name: "baraza:inline-documents",
    enforce: "pre",
    async transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes("/src/generated/")) return;
      if (!code.includes("graphql(`")) return;
      // Written anew by each codegen; the time in the address makes Node read it anew.
      const documents = (await import(`${generated}?${statSync(generated).mtimeMs}`)) as Record<
        string,
        DocumentNode | undefined
      >;
      const inlined = code.replaceAll(call, (_, source: string) => {
        const [, kind, name] = named.exec(source) ?? [];
        const document = documents[`${name}${kind === "fragment" ? "FragmentDoc" : "Document"}`];
        if (!document)
          return this.error(`${id}: no generated document for "${name}". Run npm run codegen.`);
        return `readDocument(${JSON.stringify(stripIgnoredCharacters(print(document)))})`;
      });
      return { code: `${inlined}\nimport { readDocument } from "${reader}";`, map: null };
    },
  };
}
