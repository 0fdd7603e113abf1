"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { arriveFrom } from "#lib/storefront/arrive-from.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { formAction } from "#lib/storefront/form-action.ts";

const stepForm = z.object({ id: z.uuid(), answer: z.enum(["accept", "decline"]) });

/** What the shopper says at the second step of a demo card; from there the way is every provider's. */
export const answerStep = formAction(stepForm, async ({ id, answer }) => {
  await perform(orders.answerDemoCard, await currentContext(), { id, accepts: answer === "accept" });
  redirect(await arriveFrom(orders.followPayment, id));
});
