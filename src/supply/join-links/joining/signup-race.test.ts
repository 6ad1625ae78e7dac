import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { join, openHost } from "../joining.fixture.ts";

/**
 * The limit is never exceeded, whoever races for it. Every run states its seed, which determines who signs up, and in
 * which order.
 */
const SEEDS = [20_261_121, 7];
const ASKING = 1_000;
const CAP = 50;
/** Some people ask more than once, so there are fewer people than requests. */
const PEOPLE = 800;

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test.each(SEEDS)(`${ASKING} concurrent sign-ups for ${CAP} places take exactly ${CAP} (seed %i)`, async (seed) => {
  const { seller, mint } = await openHost(world);
  const { data: link } = await mint({ maxUses: CAP, approvalPolicy: "auto_approve" });
  const [emails = []] = fc.sample(someOf(seed), { seed, numRuns: 1 });

  const replies = await Promise.all(emails.map((email) => join(world, link.slug, { email })));

  const statuses = Map.groupBy(replies, ({ status }) => status);
  expect([...statuses.keys()].sort((a, b) => a - b)).toEqual([201, 409]);
  const letIn = new Set(emails.filter((_, n) => replies[n]?.status === 201));
  expect(letIn.size).toBe(CAP);
  const { items, total } = (await seller.get("/storefront/sponsored-buyers")).data;
  expect(total).toBe(CAP);
  expect(new Set(items.map((buyer: { buyerCustomerId: number }) => buyer.buyerCustomerId)).size).toBe(CAP);
  expect((await seller.get("/storefront/join-links")).data.items[0]).toMatchObject({ uses: 0, maxUses: CAP });
  expect(await peopleOf(seed)).toBe(CAP);
});

function someOf(seed: number): fc.Arbitrary<string[]> {
  const person = fc.nat({ max: PEOPLE - 1 }).map((n) => `${prefixOf(seed)}${n}@race.example`);
  return fc.array(person, { minLength: ASKING, maxLength: ASKING, size: "max" });
}

const prefixOf = (seed: number) => `s${seed}.`;

/** How many of the applicants have an account now; those who were not admitted leave nothing behind. */
async function peopleOf(seed: number): Promise<number> {
  const { people } = await world.database.readInstallation((db) =>
    db
      .selectFrom("users")
      .select(({ fn }) => fn.countAll<number>().as("people"))
      .where("email", "like", `${prefixOf(seed)}%`)
      .executeTakeFirstOrThrow(),
  );
  return people;
}
