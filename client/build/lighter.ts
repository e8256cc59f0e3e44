import type { Plugin } from "vite";

// Lucide's own reads sizes and colours from a context that nothing here sets.
const icon = `
import { createElement } from "react";
const look = { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 24 24", fill: "none",
  stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true };
export default ({ node }) => ({ size = 24, ...props }) =>
  createElement("svg", { width: size, height: size, ...look, ...props }, node.map(([tag, attributes]) => createElement(tag, attributes)));
`;
// For versions of React that did not have it.
const shim = `export { useSyncExternalStore } from "react";`;

const stands: [RegExp, string][] = [
  [/createLucideIcon(\.mjs)?$/, icon],
  [/^use-sync-external-store\/shim/, shim],
];

/** Puts a few lines in the place of parts of libraries that do more than is asked of them here. */
export function lighter(): Plugin {
  return {
    name: "baraza:lighter",
    apply: "build",
    enforce: "pre",
    resolveId(source) {
      const at = stands.findIndex(([pattern]) => pattern.test(source));
      return at === -1 ? null : { id: `\0lighter:${at}`, moduleSideEffects: false };
    },
    load(id) {
      return id.startsWith("\0lighter:") ? stands[Number(id.slice(9))]?.[1] : null;
    },
  };
}
