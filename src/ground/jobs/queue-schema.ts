/** The schema in which pg-boss stores its tables. */
export const QUEUE_SCHEMA = "jobs";
