import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { thirdParty } from "./build/third-party";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules of GraphiQL's that are replaced, and by what. */
const replaced: Record<string, string> = {
  "monaco-editor/esm/vs/editor/edcore.main.js": here("src/graphiql/editor-features.ts"),
  "prettier/parser-babel": here("src/graphiql/json-format.ts"),
  "prettier/plugins/estree": here("src/graphiql/json-format.ts"),
};

/**
 * GraphiQL pulls in every feature of a full code editor, and a formatter of JavaScript to indent JSON. The workbench
 * edits GraphQL and JSON only; these replacements are what keeps the binary, which carries the pages, small.
 */
function fewerEditorFeatures(): Plugin {
  return { name: "fewer-editor-features", enforce: "pre", resolveId: (source) => replaced[source] ?? null };
}

/** The API of a server that runs beside the development server. */
const api = { target: process.env.REDLINE_API ?? "http://127.0.0.1:8080", ws: true };

const licences = thirdParty();

export default defineConfig({
  plugins: [fewerEditorFeatures(), licences.forPages],
  worker: { format: "es", plugins: () => [licences.forWorkers()] },
  server: { proxy: { "/graphql": api, "/attachments": api } },
  // Without this the development server would prepare Monaco before the plugin above is asked.
  optimizeDeps: { exclude: ["monaco-editor", "monaco-graphql"] },
  build: {
    target: "es2022",
    // Nothing is written into the page itself, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: { console: here("index.html"), graphiql: here("graphiql/index.html") },
      // Marks for servers that render React, which mean nothing here, a hundred of them.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
  test: { include: ["test/**/*.test.ts"] },
});
