import { settleIn } from "./settle-in.ts";
import { serve } from "./serve.ts";

await settleIn(serve);
