import * as z from "zod";
import { check } from "./check.ts";
import { couponParams, createCoupon } from "./coupons.ts";
import { expandIn, linesOf } from "./expand.ts";
import { cancelIntent, cancelParams, captureIntent, captureParams, intentById } from "./intents.ts";
import { listOf, ofIntent } from "./list.ts";
import { createRefund, refundParams } from "./refunds.ts";
import { expand, integer, intentListParams, sessionListParams, sessionParams } from "./session-params.ts";
import { createSession, expireSession, listSessions, sessionOf } from "./sessions.ts";
import type { Scene } from "./state.ts";

/** `id` is the path's id, "" if it has none; `origin` is the fake's own. */
type Place = { scene: Scene; id: string; origin: string };

export type Endpoint = {
  /** The name that faults refer to. */
  name: string;
  method: string;
  path: RegExp;
  /** Parses the parameters and returns the work to do. @throws StripeFault for invalid parameters */
  prepare(given: unknown): (place: Place) => object;
};

function endpoint<P extends { expand?: string[] | undefined }>(
  name: string,
  address: string,
  schema: z.ZodType<P>,
  run: (place: Place, params: P) => object,
): Endpoint {
  const [method = "", path = ""] = address.split(" ");
  return {
    name,
    method,
    path: new RegExp(`^${path.replace(":id", "([^/]+)")}$`),
    prepare(given) {
      const params = check(schema, given);
      return (place) => expandIn(place.scene, run(place, params), params.expand);
    },
  };
}

const onlyExpand = z.strictObject({ expand });
const lineParams = z.strictObject({ limit: integer(1, 100).optional(), expand });

/** The endpoints that the fake supports. */
export const endpoints: Endpoint[] = [
  endpoint("sessions.create", "POST /v1/checkout/sessions", sessionParams, ({ scene, origin }, params) =>
    createSession(scene, params, origin),
  ),
  endpoint("sessions.retrieve", "GET /v1/checkout/sessions/:id", onlyExpand, ({ scene, id }) =>
    sessionOf(scene, id),
  ),
  endpoint("sessions.list", "GET /v1/checkout/sessions", sessionListParams, ({ scene }, params) =>
    listSessions(scene, params),
  ),
  endpoint("sessions.expire", "POST /v1/checkout/sessions/:id/expire", onlyExpand, ({ scene, id }) =>
    expireSession(scene, id),
  ),
  endpoint("sessions.lines", "GET /v1/checkout/sessions/:id/line_items", lineParams, ({ scene, id }) =>
    linesOf(scene, sessionOf(scene, id).id),
  ),
  endpoint("coupons.create", "POST /v1/coupons", couponParams, ({ scene }, params) =>
    createCoupon(scene, params),
  ),
  endpoint("intents.retrieve", "GET /v1/payment_intents/:id", onlyExpand, ({ scene, id }) =>
    intentById(scene, id),
  ),
  endpoint(
    "intents.capture",
    "POST /v1/payment_intents/:id/capture",
    captureParams,
    ({ scene, id }, params) => captureIntent(scene, id, params),
  ),
  endpoint("intents.cancel", "POST /v1/payment_intents/:id/cancel", cancelParams, ({ scene, id }, params) =>
    cancelIntent(scene, id, params),
  ),
  endpoint("refunds.create", "POST /v1/refunds", refundParams, ({ scene }, params) =>
    createRefund(scene, params),
  ),
  endpoint("refunds.list", "GET /v1/refunds", intentListParams, ({ scene }, params) =>
    listOf("/v1/refunds", ofIntent(scene.refunds.values(), params.payment_intent), params),
  ),
  endpoint("disputes.list", "GET /v1/disputes", intentListParams, ({ scene }, params) =>
    listOf("/v1/disputes", ofIntent(scene.disputes.values(), params.payment_intent), params),
  ),
];
