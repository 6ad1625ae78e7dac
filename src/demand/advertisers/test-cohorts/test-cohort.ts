/** A part of an audience in an experiment: who is shown the advertising, who is not, or who is only watched. */
export interface TestCohort extends NewTestCohort {
  readonly cohortId: string;
  readonly advertiserId: number;
  readonly isActive: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface NewTestCohort {
  readonly name: string;
  readonly description: string | null;
  /** The buyer's own name for its kind: `geographic`. */
  readonly cohortType: string;
  readonly role: "TREATMENT" | "CONTROL" | "OBSERVATION";
  readonly definition: CohortDefinition;
  /** People. */
  readonly estimatedSize: number | null;
}

/** Who belongs to it; in addition to its type it has what its type needs, such as `zips` or `regions`. */
interface CohortDefinition {
  readonly type: "zip_code" | "user_segment" | "geo_region" | "custom";
  readonly [field: string]: unknown;
}
