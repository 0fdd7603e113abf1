import { getTranslations } from "next-intl/server";
import * as z from "zod";

type Issue = z.core.$ZodIssue;
type Fault = "missing" | "tooLong" | "invalid";

/** Messages for invalid fields, by field name. Each gets its first error. */
export async function fieldWords(
  issues: Record<string, Issue[] | null>,
  payload: Record<string, unknown>,
): Promise<Record<string, string[]>> {
  const [t, account] = await Promise.all([getTranslations("shop.fields"), getTranslations("account.fields")]);
  const words = Object.entries(issues).map(([name, found]) => {
    const issue = found?.[0];
    const { data: local } = localFault.safeParse(issue?.code === "custom" ? issue.params : undefined);
    const fault = local?.fault ?? faultOf(issue, valueAt(payload, name));
    const field = name.split(".").at(-1) ?? "";
    const key = `${field}.${fault}`;
    const known = [t, account].find((each) => each.has(key));
    return [name, [known ? known(key, { name: "", example: "", ...local }) : t(`any.${fault}`)]];
  });
  return Object.fromEntries(words);
}

/** The params of an address error: see placeIssue. */
const localFault = z.object({ fault: z.enum(["missing", "invalid"]), name: z.string(), example: z.string() });

function faultOf(issue: Issue | undefined, value: unknown): Fault {
  if (value === undefined || (typeof value === "string" && value.trim() === "")) return "missing";
  return issue?.code === "too_big" && issue.origin === "string" ? "tooLong" : "invalid";
}

function valueAt(payload: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], payload);
}
