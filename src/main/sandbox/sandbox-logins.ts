import type { SandboxLogin } from "../../edge/web/pages/home.ts";
import { readSandboxFile } from "./sandbox-file.ts";

/** The keys of the sandbox marketplace in this data folder; empty if it contains none. */
export async function sandboxLoginsIn(dataFolder: string): Promise<SandboxLogin[]> {
  const known = await readSandboxFile(dataFolder);
  if (!known) return [];
  const { buyer, seller, operator } = known;
  return [
    { side: "buyer", name: null, key: buyer.key },
    { side: "seller", name: seller.name, key: seller.key },
    { side: "operator", name: null, key: operator.key },
  ];
}
