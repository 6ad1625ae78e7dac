/** Flags for processes that load what a server loads: each finds it as a server's start does (decision 98). */
export const RECALLED = [
  `--import=${new URL("recalled.ts", import.meta.url)}`,
  // Of what a server does not load, the hooks remove the types with what Node.js calls an experiment.
  "--disable-warning=ExperimentalWarning",
];
