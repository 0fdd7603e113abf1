import * as z from "zod";
import { isLocale, localePattern, longestLocale } from "./locale.ts";

const error = "A language, such as en or en-US";

/** A BCP 47 language tag: "de", "de-AT", "zh-Hant-TW". The shop need not support it. */
export const localeTag = z
  .string()
  .max(longestLocale)
  .regex(localePattern, { error, abort: true })
  .refine(isLocale, { error });
