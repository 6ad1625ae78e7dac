import type { Reply } from "../world.ts";

/** Everything that an estate consists of must be created successfully; otherwise the test stops before it begins. */
export function expectData({ status, data, error }: Reply): Reply["data"] {
  if (status >= 300) throw new Error(`the estate was refused: ${status} ${JSON.stringify(error)}`);
  return data;
}
