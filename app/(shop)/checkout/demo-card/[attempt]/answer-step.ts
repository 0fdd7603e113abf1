"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { answerDemoCard } from "#lib/commerce/order/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { formAction } from "#lib/storefront/form-action.ts";

const stepForm = z.object({ id: z.uuid(), answer: z.enum(["accept", "decline"]) });

/** What the shopper says at the second step of a demo card; the way goes on where every provider's does. */
export const answerStep = formAction([acts.followPayment], stepForm, async ({ id, answer }) => {
  await answerDemoCard(await currentContext(), { id, accepts: answer === "accept" });
  redirect(`/checkout/return/${id}`);
});
