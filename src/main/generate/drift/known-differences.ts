/** Published operations that this server does not have, in groups with one reason each. */
export interface Absence {
  readonly because: string;
  readonly operations: readonly string[];
}

/** Why something of ours differs from what was published. */
export interface Reason {
  readonly because: string;
  /** `<operation> <part> <field>`, where `*` matches anything. */
  readonly covers: readonly string[];
}
