/** What bounds the memory of every process that is run. */
export const MEMORY: readonly string[];
/** What every process is told besides its settings. */
export const SURROUNDINGS: Readonly<Record<string, string>>;
