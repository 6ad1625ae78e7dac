import type { CreativeOrder, MadeCreative } from "../contract/creative.ts";
import type { ProviderReply } from "../contract/http.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { briefOf, formOf, VERSION } from "./bodies.ts";
import { readAudiostack } from "./errors.ts";
import { audiostackRequest } from "./requests.ts";
import { baseOf, voiceFor, voicesRequest } from "./voices.ts";

interface Building {
  readonly voice: string | null;
  readonly formId: string;
  readonly made: MadeCreative;
}

type BuildLink = Link<CreativeOrder, Building>;

const ACCEPTED = 202;
const POLL_SECONDS = 2;
/** An ad that is longer than its slot is cut off. This much is tolerated for the encoder. */
const SLACK_SECONDS = 1;

const chooseVoice: BuildLink = {
  request: () => voicesRequest(),
  read(reply, known, { language }) {
    const body = readAudiostack(reply);
    return body.ok ? ok({ known: { ...known, voice: voiceFor(language, body.value) ?? null } }) : body;
  },
};

/**
 * There is no list of orders, so if an answer is lost the order is placed again. This costs another credit, but only
 * one result is used.
 */
const order: BuildLink = {
  request(asked, { voice }) {
    const brief = briefOf(asked, voice);
    return brief === undefined
      ? audiostackRequest("POST", "/audioforms/", "write", { body: { audioform: formOf(asked, voice) } })
      : audiostackRequest("POST", "/creator/brief", "write", { body: brief });
  },
  read(reply, known) {
    const body = readAudiostack(reply);
    if (!body.ok) return body;
    const [first] = listAt(body.value, "data", "audioforms");
    const formId =
      textAt(body.value, "data", "audioformId") ?? textAt(body.value, "audioformId") ?? textAt(first, "audioformId");
    if (formId !== undefined && formId !== "") return ok({ known: { ...known, formId } });
    return failed(fault("unreadable", "no id came", { provider: { http: reply.status } }));
  },
};

const collect: BuildLink = {
  request: (_, { formId }) =>
    audiostackRequest("GET", `/audioforms/${encodeURIComponent(formId)}`, "read", { headers: [["version", VERSION]] }),
  read(reply, known, asked) {
    const body = readAudiostack(reply);
    if (!body.ok) return body;
    if (reply.status === ACCEPTED) return ok({ known, again: true, waitSeconds: POLL_SECONDS });
    const made = readMade(body.value, reply, known.formId);
    if (!made.ok) return made;
    const against = breachOf(made.value, asked);
    return against === undefined ? ok({ known: { ...known, made: made.value } }) : failed(fault("invalid", against));
  },
};

/** A failed build is returned with status 200 and a list of errors [S audioform.py]. */
function readMade(body: Lossless, { status }: ProviderReply, remoteId: string): Result<MadeCreative> {
  const provider = { http: status };
  if (listAt(body, "data", "errors").length > 0)
    return failed(fault("invalid", "AudioStack could not build it from this", { field: "content", provider }));
  const result = at(body, "data", "result");
  const url = textAt(result, "delivery", "url") ?? textAt(result, "delivery", "uri") ?? textAt(result, "url");
  if (url === undefined) return failed(fault("unreadable", "no file came", { provider }));
  const seconds = Number(textAt(result, "duration") ?? textAt(result, "delivery", "duration"));
  return ok({
    remoteId,
    url,
    contentType: textAt(result, "delivery", "format") === "wav" ? "audio/wav" : "audio/mpeg",
    seconds: Number.isFinite(seconds) ? seconds : null,
    language: textAt(result, "language") ?? null,
  });
}

/** Checks that the result has the requested length and language: undefined if it has, otherwise what it has instead. */
function breachOf({ seconds, language }: MadeCreative, asked: CreativeOrder): string | undefined {
  if (seconds !== null && Math.abs(seconds - asked.seconds) > SLACK_SECONDS)
    return `the result lasts ${seconds} seconds, but ${asked.seconds} were requested: shorten the script, or request another length`;
  if (language !== null && baseOf(language) !== baseOf(asked.language))
    return `the result is in ${language}, but ${asked.language} was requested`;
  return undefined;
}

const NOTHING: Building = {
  voice: null,
  formId: "",
  made: { remoteId: "", url: "", contentType: "", seconds: null, language: null },
};

/** Chooses a voice, orders the form, and fetches its file once it is built. */
export const buildAudio = sequence<CreativeOrder, Building, MadeCreative>(
  () => [chooseVoice, order, collect],
  () => NOTHING,
  ({ made }) => made,
);
