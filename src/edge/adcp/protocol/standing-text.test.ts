import { expect, test } from "vitest";
import { OLDEST } from "./release.ts";
import { standingText } from "./standing-text.ts";

test("a cached text uses no more memory than its number of bytes", () => {
  const answer = { status: "completed", body: { products: [{ name: "Überall – ein »Banner«" }] } } as const;
  const { plain, quoted } = standingText(answer, { release: OLDEST, context: { id: 1 }, replayed: false, ignored: [] });
  for (const [bytes] of [plain, quoted]) expect(bytes.buffer.byteLength).toBe(bytes.length);
  const text = plain.map(String).join("");
  expect(JSON.parse(text)).toMatchObject({ products: answer.body.products, context: { id: 1 } });
  expect(JSON.parse(`"${quoted.map(String).join("")}"`)).toBe(text);
});
