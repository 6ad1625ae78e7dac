/** What is searched if neither the request, its campaign nor its session specifies it (buyer contract e.2). */
export const DEFAULT_CHANNELS: readonly string[] = ["display", "olv", "ctv", "social"];
