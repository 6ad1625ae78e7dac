import type { FastifyInstance } from "fastify";
import { CONSOLE_LINK_PATH } from "../../../platform/sign-in/index.ts";
import { SET_UP_PATH } from "../../../platform/sign-in/set-up/index.ts";
import { CONFIRM_PATH, SIGN_UP_PATH } from "../../../platform/sign-in/sign-up/index.ts";
import type { Joining } from "../join/sign-up.ts";
import { mountPasskeyScript } from "../passkeys/script.ts";
import { handlePasskey } from "./by-passkey.ts";
import { beginByProvider, type ProviderRequest, returnFromProvider } from "./by-provider.ts";
import { handleConfirm, showConfirm } from "./confirm-founding.ts";
import { enterDesk } from "./enter-desk.ts";
import { handleSignUp, showFounding } from "./found.ts";
import { handleSetUp, showSetUp } from "./set-up.ts";
import { handleSignIn, showSignIn } from "./sign-in.ts";

/** The sign-in pages for people. Mail scanners and link previews send a HEAD request first. */
export function mountSignIn(pages: FastifyInstance, web: Joining): void {
  const asked = { exposeHeadRoute: true };
  pages.get("/sign-in", asked, (request, reply) => showSignIn(request, reply, web));
  pages.post("/sign-in", (request, reply) => handleSignIn(request, reply, web));
  pages.post("/sign-in/passkey", (request, reply) => handlePasskey(request, reply, web));
  mountPasskeyScript(pages, web.host.installation.publicUrl);
  // Neither route handles HEAD, because each starts or ends something.
  const provider = "/sign-in/with/:organisationId";
  pages.get<ProviderRequest>(provider, (request, reply) => beginByProvider(request, reply, web));
  pages.get<ProviderRequest>(`${provider}/callback`, (request, reply) => returnFromProvider(request, reply, web));
  pages.get(SIGN_UP_PATH, asked, (request, reply) => showFounding(request, reply, web));
  pages.post(SIGN_UP_PATH, (request, reply) => handleSignUp(request, reply, web));
  pages.get(CONFIRM_PATH, asked, (request, reply) => showConfirm(request, reply, web));
  pages.post(CONFIRM_PATH, (request, reply) => handleConfirm(request, reply, web));
  pages.get(SET_UP_PATH, asked, (request, reply) => showSetUp(request, reply, web));
  pages.post(SET_UP_PATH, (request, reply) => handleSetUp(request, reply, web));
  // A HEAD request does not use the link up.
  pages.get(CONSOLE_LINK_PATH, (request, reply) => enterDesk(request, reply, web));
}
