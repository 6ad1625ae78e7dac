import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import { type CreativeFixture, openStudio, type StudioFixture, serveFiles } from "./creatives.fixture.ts";
import { png } from "./media/files.fixture.ts";

let studio: StudioFixture;
let desk: CreativeFixture;
let files: Awaited<ReturnType<typeof serveFiles>>;
beforeAll(async () => {
  studio = await openStudio();
  desk = await studio.open();
  files = await serveFiles({ "a.png": png(300, 250) });
});
afterAll(async () => {
  files.close();
  await studio.world.close();
});

const PAGE = { url: "https://acme.example/", url_type: "CLICKTHROUGH" };
const pictures = (count: number) => Array.from({ length: count }, () => ({ url: files.url("a.png") }));

/** An existing creative, and how files are sent for it and for a new one. */
async function open() {
  const { creative_id } = (await desk.create({ name: crypto.randomUUID(), url_asset: PAGE })).data;
  return {
    create: (linked_assets: object[]) => desk.create({ linked_assets }),
    update: (linked_assets: object[]) => desk.buyer.put(`${desk.path}/${creative_id}`, { linked_assets }),
  };
}

describe.each(["create", "update"] as const)("the files of %s", (way) => {
  test("are refused if there are too many, before any is fetched", async () => {
    const { [way]: send } = await open();
    const before = files.fetched.length;
    expect(await send(pictures(6))).toMatchObject({ status: 413, error: { code: "PAYLOAD_TOO_LARGE" } });
    expect(files.fetched).toHaveLength(before);
  });

  test("are not kept if so much time has passed that they may already have been collected", async () => {
    const { [way]: send } = await open();
    const { host } = studio.world;
    const { clock } = host;
    const put = host.blobs.put.bind(host.blobs);
    onTestFinished(() => {
      Object.assign(host, { clock });
      Object.assign(host.blobs, { put });
    });
    const slowly: typeof put = async (...given) => {
      await put(...given);
      Object.assign(host, { clock: { now: () => after(clock.now(), 2 * HOUR_MS) } });
    };
    Object.assign(host.blobs, { put: slowly });
    expect(await send(pictures(1))).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
  });
});
