import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/console/",
  plugins: [react(), tailwind()],
  // The favicon is the server's.
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    // Nothing is inlined as a data URL: the policy allows no other origin than ours.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
