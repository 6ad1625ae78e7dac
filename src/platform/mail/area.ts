import { area } from "../../ground/areas/area.ts";
import { sendMail } from "./send-mail.ts";

export const mail = area({
  name: "platform/mail",
  steps: [sendMail],
});
