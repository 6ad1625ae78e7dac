/** What is searched where neither the call, its campaign nor its session says (buyer contract e.2). */
export const DEFAULT_CHANNELS: readonly string[] = ["display", "olv", "ctv", "social"];
