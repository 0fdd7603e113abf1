import * as z from "zod";
import { localePattern, longestLocale } from "./locale.ts";

/** A language as a program names it, BCP 47: "de", "de-AT", "zh-Hant-TW". It need not be one of ours. */
export const localeTag = z
  .string()
  .max(longestLocale)
  .regex(localePattern, "A language, such as en or en-US");
