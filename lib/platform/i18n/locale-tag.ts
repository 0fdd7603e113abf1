import * as z from "zod";
import { localePattern, longestLocale } from "./locale.ts";

/** A BCP 47 language tag: "de", "de-AT", "zh-Hant-TW". The shop need not support it. */
export const localeTag = z
  .string()
  .max(longestLocale)
  .regex(localePattern, "A language, such as en or en-US");
