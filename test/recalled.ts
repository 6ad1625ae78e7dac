import { recallServer } from "../src/main/loading/recall-server.ts";

recallServer();
