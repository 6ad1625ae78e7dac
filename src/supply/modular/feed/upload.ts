import { Unprocessable } from "../../../ground/kernel/errors.ts";
import { lifecycle } from "../../../ground/kernel/lifecycle.ts";

type UploadStatus = "PREVIEW" | "COMMITTED" | "REJECTED";

export const uploadLife = lifecycle<UploadStatus, "commit">({
  noun: "feed of avails that was read",
  starts: ["PREVIEW"],
  states: {
    PREVIEW: "only its seller can see it",
    COMMITTED: "its rows are avails",
    REJECTED: "the contract's term, not used here: an unreadable feed is not kept",
  },
  unused: ["REJECTED"],
  transitions: { commit: { PREVIEW: "COMMITTED" } },
});

/** A feed that was read. As long as it is a preview, only its seller can see it. */
export interface Upload {
  readonly uploadId: string;
  readonly inventorySourceId: number;
  readonly status: UploadStatus;
  readonly inputSource: string;
  readonly digest: string;
  /** The feed's revision when it was read. */
  readonly baseRevision: number;
  readonly availCount: number;
  readonly rejectedRowCount: number;
  readonly warningCount: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Another feed was committed after the preview was made. */
export class StalePreview extends Unprocessable {
  override readonly code = "STALE_PREVIEW_BASELINE";
}
