/** Published operations that this server does not have, in groups that share a reason. */
export interface Absence {
  readonly because: string;
  readonly operations: readonly string[];
}

/** Why some of our operations differ from what was published. */
export interface Reason {
  readonly because: string;
  /** `<operation> <part> <field>`, where `*` matches anything. */
  readonly covers: readonly string[];
}
