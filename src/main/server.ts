import { serve } from "./serve.ts";
import { settleIn } from "./settle-in.ts";

await settleIn(serve);
