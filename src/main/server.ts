import { bootstrap } from "./bootstrap.ts";
import { serve } from "./serve.ts";

await bootstrap(serve);
