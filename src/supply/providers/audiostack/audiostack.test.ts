import { expect, test } from "vitest";
import { started } from "../../../../test/providers/ask.ts";
import { startAudiostack } from "../../../main/sandbox/providers/index.ts";
import type { CreativeOrder } from "../contract/creative.ts";
import { connected, done, drive } from "../drive.fixture.ts";
import { audiostack } from "./audiostack.ts";
import { buildAudio } from "./build-creative.ts";

const SCRIPT: CreativeOrder = {
  name: "Spring",
  content: { kind: "script", text: "Go outside. It is spring." },
  seconds: 15,
  language: "pt-BR",
};
const BRIEF: CreativeOrder = {
  ...SCRIPT,
  content: { kind: "brief", product: "Tea", description: "Hot, and good for you", callToAction: "Drink tea" },
  seconds: 30,
  language: "ja",
};

async function studio() {
  const simulated = await started(startAudiostack);
  return { ...(await connected(audiostack, simulated)), simulated };
}

test.each([SCRIPT, BRIEF])(
  "a $content.kind is turned into audio of the requested length and language",
  async (order) => {
    const at = await studio();
    const made = done(await drive(at, buildAudio, order));
    expect(made).toMatchObject({
      url: expect.stringMatching(/^https:/),
      contentType: "audio/wav",
      seconds: order.seconds,
      language: order.language,
    });
    expect(at.simulated.ledger.count("created", "audioform")).toBe(1);
  },
);

test("audio that is shorter or longer than requested is refused, and so is another language", async () => {
  const at = await studio();
  const order = await ordered(at, { duration: 22 });
  expect(order).toMatchObject({
    do: "fail",
    error: { kind: "invalid", message: expect.stringContaining("22 seconds, but 15") },
  });
  expect(await ordered(at, { duration: 15, language: "en" })).toMatchObject({
    do: "fail",
    error: { message: expect.stringContaining("in en, but pt-BR was requested") },
  });

  async function ordered(where: Awaited<ReturnType<typeof studio>>, result: Record<string, string | number>) {
    return drive(where, buildAudio, SCRIPT, {
      before({ request }) {
        const id = request.path.match(/^\/audioforms\/(.+)$/)?.[1];
        if (id)
          where.simulated.controls.disguise(id, { data: { result: { url: "https://a.example/a.mp3", ...result } } });
      },
    });
  }
});

test("a build that fails with status 200 is refused, and a key that is not accepted ends the connection", async () => {
  const at = await studio();
  at.simulated.controls.refuseCreative({ name: "Go outside" }, "synthetic: no such voice");
  const refused = await drive(at, buildAudio, SCRIPT);
  expect(refused).toMatchObject({ do: "fail", error: { kind: "invalid", field: "content" } });
  const stranger = { ...at, secrets: { access_token: "nobody's" } };
  expect(await drive(stranger, audiostack.accounts, null)).toMatchObject({
    do: "fail",
    error: { kind: "auth_revoked" },
  });
});

test.each([
  [{ seconds: 3 }, "seconds"],
  [{ seconds: 15.5 }, "seconds"],
  [{ language: "Portuguese!" }, "language"],
  [{ content: { kind: "script" as const, text: " " } }, "content"],
])("an order like %j is refused with the field, before anybody is asked", (change, field) => {
  expect(audiostack.creative?.check({ ...SCRIPT, ...change })).toMatchObject({ ok: false, error: { field } });
});
