/// <reference types="vitest/config" />
import babel from "@rolldown/plugin-babel";
import { getConfig } from "@lingui/conf";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { inlineDocuments } from "./build/inline-documents.ts";
import { lighter } from "./build/lighter.ts";
import { routeSizes } from "./build/route-sizes.ts";

// Lingui looks for its settings in the working folder, and tests run from the root: every user gets the path.
const lingua = { configPath: `${import.meta.dirname}/lingui.config.ts` };
// English stays in the code, beside its use, so that each route carries only its own words.
const macro = linguiTransformerBabelPreset(
  { linguiConfig: getConfig(lingua), descriptorFields: "message" },
  lingua,
);
const server = process.env["BARAZA_SERVER"] ?? "http://127.0.0.1:4000";

/**
 * What every page needs comes in one file: on a slow link each further file costs a round trip. Forms,
 * dialogs and the list of a menu stay with the pages that have them, event streams with where sockets break.
 */
function isBase(id: string): boolean {
  return (
    // Two icons that most pages show are too small for files of their own.
    /lucide-react\/dist\/esm\/icons\/(x|ellipsis-vertical)\.m?js$/.test(id) ||
    /node_modules\/(react|react-dom|scheduler|@apollo|rxjs|graphql|graphql-ws|@lingui|@wry|optimism|tslib|use-sync-external-store)\//.test(
      id,
    ) ||
    /client\/src\/(app|platform\/(apollo|i18n|live(?!\/event-stream)|router|session(?!\/accounts)))\//.test(
      id,
    ) ||
    /client\/src\/ui\/(Avatar|Banner|Menu\.|markdown|Button|Chip|ErrorBoundary|PageFrame|Skeleton|Time|Toasts|Unread|button|letters|regional|toast|use)/.test(
      id,
    )
  );
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    inlineDocuments(),
    lighter(),
    routeSizes(),
    react(),
    tailwind(),
    lingui(lingua),
    babel({ presets: [macro] }),
    { ...optimizeLocales.vite({ locales: ["en-US", "fr-FR", "pt-PT", "ar-AE"] }), enforce: "pre" },
  ],
  // RxJS has a build for today's browsers behind this name; the one without is written for those of ten years ago.
  resolve: { conditions: ["es2015", ...defaultClientConditions] },
  build: {
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "base", test: isBase }] } } },
  },
  // Tests see empty styles, but for the tokens, which are what one of them is about.
  test: { css: { include: [/tokens\.css/] } },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/api": server,
      "/dev/mail": server,
      "/files": server,
    },
  },
});
