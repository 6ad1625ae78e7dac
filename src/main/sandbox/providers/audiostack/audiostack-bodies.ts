import { z } from "zod";

/** `{header{version},assets,production,delivery}` [O][S audioform.py]; the content of each depends on the version, and that of version 3 is [?]. */
export const Audioform = z.strictObject({
  audioform: z.looseObject({
    header: z.looseObject({
      version: z
        .union([z.string(), z.int()])
        .transform(String)
        .pipe(z.enum(["1", "2", "3"])),
    }),
    assets: z.looseObject({}),
    production: z.looseObject({ masteringPreset: z.string().optional() }).optional(),
    delivery: z.looseObject({ loudnessPreset: z.string().optional(), encoderPreset: z.string().optional() }).optional(),
  }),
});

/** [S brief.py]. */
export const Brief = z
  .strictObject({
    brief: z
      .looseObject({
        script: z.strictObject({
          productName: z.string().min(1),
          productDescription: z.string().min(1),
          adLength: z.int().min(5).max(120).default(30),
          lang: z.string().optional(),
          callToAction: z.string().optional(),
          targetAudience: z.string().optional(),
          toneOfScript: z.string().optional(),
          thirdPerson: z.boolean().optional(),
        }),
        voices: z.array(z.looseObject({})).optional(),
      })
      .optional(),
    fileId: z.string().optional(),
    numAds: z.int().min(1).max(5).optional(),
    audioformVersion: z.union([z.string(), z.int()]).optional(),
  })
  .refine(({ brief, fileId }) => (brief === undefined) !== (fileId === undefined), "give one of brief and fileId");

export const Batch = z.strictObject({ audioforms: z.array(Audioform.shape.audioform).min(1) });
export const NewFile = z.looseObject({ fileName: z.string().min(1) });
