"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { arriveFrom } from "#lib/storefront/visitor/arrive-from.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const stepForm = z.object({ id: z.uuid(), answer: z.enum(["accept", "decline"]) });

/** Records the answer to a demo card's second step, then continues as for every provider. */
export const answerStep = formAction(stepForm, async ({ id, answer }) => {
  await perform(orders.answerDemoCard, await currentContext(), { id, accepts: answer === "accept" });
  redirect(await arriveFrom(orders.followPayment, id));
});
