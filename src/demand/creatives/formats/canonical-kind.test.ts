import { expect, test } from "vitest";
import { canonicalKindOf } from "./canonical-kind.ts";

test.each([
  ["display_300x250", [], "image"],
  ["display_static", [], "image"],
  ["display_728x90_image_1x_2x", [], "image"],
  ["video_pre_roll_30s", [], "video_hosted"],
  ["video_1920x1080_15s", [], "video_hosted"],
  ["video_640x480_vast", [], "video_vast"],
  ["audio_15s", [], "audio_hosted"],
  ["homepage_takeover", ["image", "zip"], "html5"],
  ["spot", ["video", "vast"], "video_vast"],
  ["homepage_takeover", [], "custom"],
  ["display_300x250_and_more", [], "custom"],
])("the format %s of %j is of the canonical kind %s", (id, assetTypes, kind) => {
  expect(canonicalKindOf(id, assetTypes)).toBe(kind);
});
