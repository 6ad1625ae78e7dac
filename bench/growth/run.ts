import { openMarketplace } from "../marketplace/open-marketplace.ts";
import { fillTenants } from "./fill-tenants.ts";
import { openMarket } from "./open-market.ts";
import { pageOf } from "./page.ts";
import { type Kind, TENANT } from "./shape.ts";
import { type Spent, spendOn } from "./spend.ts";
import { openTenants } from "./tenants.ts";
import { worksOf } from "./work.ts";

/**
 * `node bin/run.mjs bench/growth/run.ts 1000 10000`: fills a marketplace with this many similar tenants, has a thousand of them do a day's
 * work, and reports what that costs PostgreSQL at each size.
 */
const SIZES = process.argv.slice(2).map(Number);
const ACTIVE = Number(process.env.GROWTH_ACTIVE ?? 1_000);

const market = await openMarket();
try {
  const works = worksOf(market.started, await openMarketplace(market.started));
  const tenants = await openTenants(market.started, ACTIVE);
  for (const size of SIZES) {
    await fillTenants(market.admin, size);
    const spent: Spent<Kind>[] = [];
    for (const kind of Object.keys(TENANT.day) as Kind[]) {
      // Numbers differ from size to size, so that nothing is repeated from the previous one.
      const ofTurn = async (turn: number) => {
        const tenant = tenants[turn % tenants.length];
        if (tenant) await works[kind](tenant, size * 1_000_000 + turn);
      };
      spent.push(await spendOn(market, kind, ofTurn));
    }
    const { rows } = await market.admin.query("select pg_database_size(current_database())::text as bytes");
    console.log(pageOf(size, Number(rows[0]?.bytes), spent));
  }
} finally {
  await market.close();
}
