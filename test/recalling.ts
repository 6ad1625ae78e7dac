/** Flags for processes that load what a server loads, so that they use the module pack of a server's start (decision 98). */
export const RECALLED = [
  `--import=${new URL("recalled.ts", import.meta.url)}`,
  // The hooks strip the types of modules that a server does not load, using what Node.js calls an experimental feature.
  "--disable-warning=ExperimentalWarning",
];
