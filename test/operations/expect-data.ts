import type { Reply } from "../world.ts";

/** What an estate is made of must be made: anything else stops the test before it begins. */
export function expectData({ status, data, error }: Reply): Reply["data"] {
  if (status >= 300) throw new Error(`the estate was refused: ${status} ${JSON.stringify(error)}`);
  return data;
}
