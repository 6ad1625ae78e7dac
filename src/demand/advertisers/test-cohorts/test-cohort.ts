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
  /** The buyer's own name for this kind of cohort, such as `geographic`. */
  readonly cohortType: string;
  readonly role: "TREATMENT" | "CONTROL" | "OBSERVATION";
  readonly definition: CohortDefinition;
  /** A number of people. */
  readonly estimatedSize: number | null;
}

/** Who belongs to the cohort: the type, and whatever that type needs, such as `zips` or `regions`. */
interface CohortDefinition {
  readonly type: "zip_code" | "user_segment" | "geo_region" | "custom";
  readonly [field: string]: unknown;
}
