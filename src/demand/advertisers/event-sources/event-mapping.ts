import { z } from "zod";

const field = z.string().max(256).optional();

export const MappingInput = z.object({
  eventIdField: field,
  eventTypeField: field,
  eventTimeField: field,
  userMatchFields: z.array(z.string().max(256)).max(100).optional(),
  valueField: field,
  currencyField: field,
  orderIdField: field,
  contentIdsField: field,
  consentField: field,
  dedupeStrategy: z.string().max(1024).optional(),
  notes: z.string().max(2048).optional(),
});

/** The fields of the buyer's own system from which its events are made. */
export type EventMapping = z.output<typeof MappingInput>;
