import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Podcasts in Deutschland.\n\nMit freundlichen Grüßen\nAnna Weber\nLeiterin Radio", ["DE", "podcast"]],
  ["Podcasts UK.\n\nKind regards,\nAnna Weber\nHead of TV", ["GB", "podcast"]],
  ["Podcasts en Espagne.\n\nCordialement,\nAnne Roux\nDirectrice TV", ["ES", "podcast"]],
  ["Podcasts in Duitsland.\n\nGroeten,\nPiet Bakker\nHoofd radio", ["DE", "podcast"]],
  ["Podcasts en España.\n\nUn saludo,\nAna Ruiz\nDirectora de Radio", ["ES", "podcast"]],
  ["Podcast in Italia.\n\nSaluti,\nAnna Rossi\nResponsabile TV", ["IT", "podcast"]],
  ["Podcasts em Portugal.\n\nCumprimentos,\nAna Silva\nDiretora de Rádio", ["PT", "podcast"]],
  ["Podcasty w Polsce.\n\nPozdrawiam,\nAnna Nowak\nKierownik działu radia", ["PL", "podcast"]],
  ["Podcasts UK.\n\nThanks,\nJo Lee\nHead of Print & Radio, Acme", ["GB", "podcast"]],
  ["Podcasts in Deutschland.\n\nViele Grüße\nPeter Kino", ["DE", "podcast"]],
  ["Podcasts in Germany.\n\nBest,\nTom Radio-Smith", ["DE", "podcast"]],
])("posts, firms and names of who signs are no media: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Podcasts UK. Thanks!\n\nRadio would be great, too. We need radio.", "radio"],
  ["Kind regards, Anna Weber\n\nChannels: radio", "radio"],
  ["Many thanks. Radio in Germany.", "radio"],
])("what is asked for behind a greeting still is: %s", (brief, medium) => {
  expect(firmDemandsOf(brief)).toContain(medium);
});
