import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  "creators on YouTube and TikTok for a hair brush",
  "YouTube creators who test tents",
  "TikTok-Influencer für Kosmetik",
  "Influencer auf YouTube oder Instagram für Haarbürsten",
  "partenariats avec des créateurs YouTube ou Insta pour une brosse",
  "creadores en TikTok e Instagram",
  "creator su YouTube e TikTok",
  "criadores no YouTube e no TikTok",
  "creators op YouTube en TikTok",
  "współpraca z twórcami na YouTubie i TikToku, którzy testują sprzęt",
  "YouTubeやTikTokのインフルエンサー",
  "مؤثرون على يوتيوب وتيك توك",
])("where creators are is no demand for other ads there: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["influencer"]);
});

test.each([
  ["influencers, YouTube and TikTok", ["influencer", "olv", "social"]],
  ["we want influencers or YouTube", ["influencer", "olv"]],
  ["creators and TikTok ads", ["influencer", "social"]],
  ["Influencer campaign on Instagram, plus YouTube ads", ["influencer", "olv"]],
  ["social ads on TikTok and influencers on Instagram", ["influencer", "social"]],
])("a platform beside creators is a medium: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
