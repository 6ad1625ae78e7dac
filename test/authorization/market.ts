import { setTerms } from "../../src/platform/customers/index.ts";
import { addMember } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { freePort } from "../free-port.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { Person } from "./person.ts";

/** A server at its public address, and people with browsers. */
export interface Market {
  readonly world: World;
  readonly origin: string;
  /** A buyer organisation, and its administrator. */
  buyer(): Promise<{
    readonly person: Person;
    readonly customerId: number;
    readonly userId: number;
    readonly company: string;
  }>;
  /** The same for a seller. */
  seller(): ReturnType<Market["buyer"]>;
  close(): Promise<void>;
}

export async function openMarket(
  changes: Partial<typeof INSTALLATION> = {},
  parts: Pick<Partial<World["parts"]>, "log"> = {},
): Promise<Market> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const world = await openWorld({ ...parts, installation: { ...INSTALLATION, publicUrl, ...changes } });
  await world.app.listen({ host: "127.0.0.1", port });
  return marketOf(world);
}

/** People of a server that is listening already. */
export function marketOf(world: World): Market {
  const { publicUrl: origin } = world.parts.installation;
  const somebody = async (kind: "BUYER" | "SELLER") => {
    const { email, customerId, userId, company } = await addMember(world, { kind });
    const acceptance = { version: INSTALLATION.termsVersion, acceptedAt: new Date(), acceptedBy: email };
    await world.database.writeInstallation((db) => setTerms(db, customerId, acceptance));
    return { person: new Person(world, origin, email), customerId, userId, company };
  };
  return {
    world,
    origin,
    buyer: () => somebody("BUYER"),
    seller: () => somebody("SELLER"),
    close: () => world.close(),
  };
}
