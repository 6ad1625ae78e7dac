import { z } from "zod";
import { wallOf } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { newArchive } from "./archive.ts";
import { prepareArchive } from "./prepare-archive.ts";
import { ArchiveListQuery, ArchivePath, ArchiveView, viewOf } from "./schema.ts";
import { findArchive, insertArchive, listArchives as list } from "./store.ts";

const shared = {
  api: "platform",
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Archives",
  ours: true,
  access: "manage",
} as const;

export const requestArchive = operation({
  ...shared,
  id: "requestArchive",
  method: "post",
  path: "/archives",
  summary: "Request an archive of everything your organisation has here",
  description:
    "A tar file with the rows of every table as lines of JSON, the files of creatives, and a manifest that lists what " +
    "is left out and why: above all, secrets. It is prepared in the background; get the archive for a link to download it.",
  answer: ArchiveView,
  status: 202,
  errors: [Conflict],
  audit: { resource: "ARCHIVE", action: "CREATE", idIn: "id" },
  async handle(_, ctx) {
    const { customerId, userId } = ctx.viewer;
    const archive = newArchive(newId("archive", ctx.random), userId, wallOf(ctx));
    if (!(await insertArchive(ctx.db, customerId, archive)))
      throw new Conflict("an archive of your organisation is being prepared: wait until it is ready");
    await ctx.enqueue(prepareArchive, { customerId, archiveId: archive.archiveId });
    return viewOf(archive, ctx);
  },
});

export const listArchives = operation({
  ...shared,
  id: "listArchives",
  method: "get",
  path: "/archives",
  summary: "List the archives of your organisation, newest first",
  query: ArchiveListQuery,
  paging: "take/skip",
  answer: z.object({ archives: z.array(ArchiveView), total: z.int() }),
  async handle({ query }, ctx) {
    const { archives, total } = await list(ctx.db, ctx.viewer.customerId, pageOf(query));
    return { archives: archives.map((archive) => viewOf(archive, ctx)), total };
  },
});

export const getArchive = operation({
  ...shared,
  id: "getArchive",
  method: "get",
  path: "/archives/{archiveId}",
  summary: "Get an archive of your organisation, with a link to download it",
  params: ArchivePath,
  answer: ArchiveView,
  errors: [NotFound],
  refs: { "params.archiveId": "archive" },
  async handle({ params }, ctx) {
    const archive = await findArchive(ctx.db, ctx.viewer.customerId, params.archiveId);
    if (!archive) throw new NotFound(`there is no archive ${params.archiveId}`);
    return viewOf(archive, ctx);
  },
});
