import { Allowance } from "../frame/allowance.ts";
import { checkedBody } from "../frame/checked.ts";
import {
  bearerOf,
  type Call,
  type Handler,
  jsonOf,
  Refusal,
  type Reply,
  type Routes,
  respond,
  respondText,
  type WireObject,
} from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import { openStage, type ProviderOptions, type Stage } from "../frame/stage.ts";
import { Audioform, Batch, Brief, NewFile } from "./audiostack-bodies.ts";
import { silence } from "./silence.ts";

export interface SimulatedAudiostack extends SimulatedProvider {
  /** Shown once, per user [O]; no OAuth was found [?]. */
  readonly apiKey: string;
  /** Used in `x-assume-org`; how organisations are listed is [?]. */
  readonly organisations: readonly string[];
}

interface AudiostackApp {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly apiKey: string;
  readonly organisations: readonly string[];
}

/** How long a build takes. */
const BUILD_MS = 20_000;
/** The limits are [?], but it must be assumed that there are some. */
const LIMIT = { name: "calls", calls: 100, seconds: 60 };
const VOICES = [
  { alias: "synthetic-ada", language: "en", gender: "female" },
  { alias: "synthetic-bruno", language: "pt", gender: "male" },
  { alias: "synthetic-chiyo", language: "ja", gender: "female" },
  { alias: "synthetic-dana", language: "ar", gender: "female" },
];

/** AudioStack's API, simulated according to its documentation, as far as spec/adapters.md §2 restates it. The audio that it builds is silent. */
export async function startAudiostack(options: ProviderOptions): Promise<SimulatedAudiostack> {
  const stage = openStage("audiostack", options, { settleDays: 0 });
  const organisations = [...new Set(stage.accounts.map(({ organisation }) => organisation))].map(() =>
    stage.ids.uuid(),
  );
  const studio = { stage, shelf: new Shelf(stage), apiKey: options.apiKey ?? stage.ids.word("api-key"), organisations };
  const allowance = new Allowance();
  const api = apiRoutes(studio);
  const provider = await openProvider(stage, {
    name: "audiostack",
    authority: null,
    routes: {
      "v2.api.audio": api,
      "staging-v2.api.audio": api,
      "files.synthetic-audiostack.example": fileRoutes(studio),
    },
    missing: () => respond(404, { message: "Not Found" }),
    throttled: () => respond(429, { message: "Too Many Requests" }),
    limit: () =>
      allowance.take(LIMIT, "user", stage.wall()).exceeded ? respond(429, { message: "Too Many Requests" }) : null,
  });
  return { ...provider, apiKey: studio.apiKey, organisations };
}

/** An invalid key is answered with 403 [S request_interface.py]. */
function guarded({ apiKey, organisations }: AudiostackApp, handler: Handler): Handler {
  return (call) => {
    const key = call.headers["x-api-key"] ?? bearerOf(call);
    if (key !== apiKey) return respond(403, { message: "Forbidden" });
    const org = call.headers["x-assume-org"];
    return org !== undefined && !organisations.includes(org) ? respond(403, { message: "Forbidden" }) : handler(call);
  };
}

function apiRoutes(studio: AudiostackApp): Routes {
  const create = guarded(studio, (call) => {
    const { audioform } = read(studio, Audioform, call);
    return respond(202, accepted([build(studio, call, audioform as WireObject)], "one"));
  });
  return {
    "POST /audioforms/": create,
    "POST /audioforms": create,
    "GET /audioforms/{id}": guarded(studio, (call) => readAudioform(studio, call)),
    "POST /audioforms/batches": guarded(studio, (call) => {
      const { audioforms } = read(studio, Batch, call);
      return respond(
        202,
        accepted(
          (audioforms as readonly WireObject[]).map((one) => build(studio, call, one)),
          "many",
        ),
      );
    }),
    "POST /creator/brief": guarded(studio, (call) => fromBrief(studio, call)),
    "POST /assets/voices/query": guarded(studio, () =>
      respond(200, { data: { voices: VOICES }, meta: { creditsUsed: 0 } }),
    ),
    "POST /assets/sound-templates/query": guarded(studio, () =>
      respond(200, {
        data: { soundTemplates: [{ alias: "synthetic-calm" }, { alias: "synthetic-bright" }] },
        meta: { creditsUsed: 0 },
      }),
    ),
    "POST /files": guarded(studio, (call) => newFile(studio, call)),
    "PATCH /files/{id}": guarded(studio, ({ params }) => {
      const file = studio.shelf.get("file", params.id ?? "");
      return file
        ? respond(200, { data: { fileId: file.id, status: file.fields.status ?? "" } })
        : respond(404, { message: "Not Found" });
    }),
  };
}

/** Invalid fields are answered with 422 and a list [S]. How unknown fields are treated is [?], so the ledger records them. */
function read(studio: AudiostackApp, schema: Parameters<typeof checkedBody>[0], call: Call): WireObject {
  const body = jsonOf(call);
  if (body === undefined) throw new Refusal(respond(400, { message: "Bad Request", details: "the body is no JSON" }));
  const checked = checkedBody(schema, body, studio.stage.ledger);
  if (checked.ok) return checked.value;
  const detail = checked.faults.map(({ field, kind, message }) => ({
    loc: ["body", ...field.split(".")],
    msg: message,
    type: kind === "missing" ? "missing" : "value_error",
  }));
  throw new Refusal(respond(422, { detail }));
}

/** The script and the assets of an audioform, wherever they are in it, determine what is built. */
function build(studio: AudiostackApp, call: Call, audioform: WireObject): StoredEntity {
  const { stage, shelf } = studio;
  const id = stage.ids.uuid();
  const account = call.headers["x-assume-org"] ?? studio.organisations[0] ?? "";
  const name = isObject(audioform.assets) && typeof audioform.assets.name === "string" ? audioform.assets.name : null;
  const kept = shelf.add({ what: "audioform", id, account, parent: null, name, enabled: false, fields: { audioform } });
  stage.review.handIn(id, JSON.stringify(audioform), stage.now());
  return kept;
}

function accepted(all: readonly StoredEntity[], shape: "one" | "many"): WireObject {
  const data = all.map(({ id, fields }) => ({ audioformId: id, audioform: fields.audioform ?? null }));
  const meta = { creditsUsed: all.length };
  const [first] = data;
  return shape === "one"
    ? { data: { audioformId: first?.audioformId ?? "" }, audioformId: first?.audioformId ?? "", meta }
    : { data: { audioforms: data }, meta };
}

/** 202 while it is being built, 200 once it is built, and 200 with errors if it could not be built [O][S]. */
function readAudioform({ stage, shelf }: AudiostackApp, { params, headers }: Call): Reply {
  const version = headers.version;
  if (version === undefined || !["1", "2", "3"].includes(version))
    return respond(400, { message: "Bad Request", errors: ["the header version must be 1, 2 or 3"] });
  const kept = shelf.get("audioform", params.id ?? "");
  if (!kept) return respond(404, { message: "audioform not found" });
  if (stage.now().getTime() < kept.madeAt.getTime() + BUILD_MS)
    return respond(202, { data: { audioformId: kept.id, statusCode: 202 }, meta: { creditsUsed: 0 } });
  shelf.read(kept);
  const verdict = stage.review.verdict(kept.id, new Date(stage.now().getTime() + 365 * 86_400_000));
  const { audioform } = kept.fields;
  if (verdict.state === "rejected")
    return respond(200, {
      data: { audioform: audioform ?? null, result: null, errors: [verdict.reason] },
      meta: { creditsUsed: 0 },
    });
  const { seconds, language } = lengthOf(audioform);
  const url = `https://files.synthetic-audiostack.example/audio/${kept.id}.wav`;
  const result = { delivery: { uri: url, url, duration: seconds, format: "wav" }, language, duration: seconds };
  return respond(
    200,
    stage.shown(kept.id, { data: { audioform: audioform ?? null, result, errors: [] }, meta: { creditsUsed: 1 } }),
  );
}

/** The length and language given in the audioform, or else derived from its words: two and a half words take a second. */
function lengthOf(audioform: unknown): { readonly seconds: number; readonly language: string } {
  const text = JSON.stringify(audioform);
  const stated = Number(/"(?:adLength|duration|length|targetLength)":(\d+)/.exec(text)?.[1]);
  const words = (/"(?:text|scriptText|script)":"([^"]*)"/.exec(text)?.[1] ?? "").split(/\s+/).length;
  const language = /"(?:lang|language)":"([^"]+)"/.exec(text)?.[1] ?? "en";
  return { seconds: stated > 0 ? stated : Math.max(1, Math.round(words / 2.5)), language };
}

function fromBrief(studio: AudiostackApp, call: Call): Reply {
  const body = read(studio, Brief, call);
  if (typeof body.fileId === "string" && !studio.shelf.get("file", body.fileId))
    return respond(400, { message: "file not found", errors: ["fileId"] });
  const script =
    isObject(body.brief) && isObject(body.brief.script)
      ? body.brief.script
      : { productName: "of the file", adLength: 30 };
  const version = textOf(body.audioformVersion ?? "1");
  const text = `${textOf(script.productName)}: ${textOf(script.productDescription ?? "")} ${textOf(script.callToAction ?? "")}`;
  const assets = {
    script: { text, lang: script.lang ?? "en", adLength: script.adLength ?? 30 },
    name: script.productName ?? null,
  };
  const ads = Array.from({ length: Number(body.numAds ?? 1) }, () =>
    build(studio, call, { header: { version }, assets }),
  );
  return respond(200, accepted(ads, "many"));
}

/** Returns `uploadUrl` and `fileId`; then come the bytes, and then a PATCH [T bauer-hackathon]. */
function newFile(studio: AudiostackApp, call: Call): Reply {
  const { fileName } = read(studio, NewFile, call);
  const id = studio.stage.ids.uuid();
  studio.shelf.add({
    what: "file",
    id,
    account: studio.organisations[0] ?? "",
    parent: null,
    name: textOf(fileName),
    enabled: false,
    fields: { status: "waiting" },
  });
  return respond(200, {
    data: { fileId: id, uploadUrl: `https://files.synthetic-audiostack.example/upload/${id}` },
    meta: { creditsUsed: 0 },
  });
}

function fileRoutes({ stage, shelf }: AudiostackApp): Routes {
  return {
    "PUT /upload/{id}": ({ params, body }) => {
      const file = shelf.get("file", params.id ?? "");
      if (!file || body.length === 0)
        return respondText(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
      stage.ledger.note(stage.now(), "uploaded", shelf.change(file.id, { fields: { status: "uploaded" } }));
      return respondText(200, "text/plain", "");
    },
    "GET /audio/{id}.wav": ({ params }) => {
      const kept = shelf.get("audioform", params.id ?? "");
      if (!kept) return respondText(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
      return {
        status: 200,
        headers: { "content-type": "audio/wav" },
        body: silence(lengthOf(kept.fields.audioform).seconds),
      };
    },
  };
}
