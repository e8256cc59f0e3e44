import babel from "@rolldown/plugin-babel";
import { getConfig } from "@lingui/conf";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { inlineDocuments } from "./build/inline-documents.ts";

// Lingui looks for its settings in the working folder, and tests run from the root: every user gets the path.
const lingua = { configPath: `${import.meta.dirname}/lingui.config.ts` };
// English stays in the code, beside its use, so that each route carries only its own words.
const macro = linguiTransformerBabelPreset(
  { linguiConfig: getConfig(lingua), descriptorFields: "message" },
  lingua,
);
const server = process.env["BARAZA_SERVER"] ?? "http://127.0.0.1:4000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    inlineDocuments(),
    react(),
    tailwind(),
    lingui(lingua),
    babel({ presets: [macro] }),
    { ...optimizeLocales.vite({ locales: ["en-US", "fr-FR", "pt-PT", "ar-AE"] }), enforce: "pre" },
  ],
  // The list of chunks: build/route-sizes.ts reads it.
  build: { manifest: true },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/api": server,
      "/dev/mail": server,
    },
  },
});
