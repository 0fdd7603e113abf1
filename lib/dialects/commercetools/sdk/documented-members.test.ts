import type * as current from "@commercetools/platform-sdk";
import type * as previous from "platform-sdk-8";
import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type {
  cartAction,
  cartDraft,
  lineDraft,
  myCartAction,
  myCartDraft,
  replicaDraft,
} from "../carts/schemas.ts";
import type { customerDraft, mergeDraft, myCustomerDraft, mySignIn, signIn } from "../customers/schemas.ts";
import type { orderAction, orderDraft } from "../orders/schemas.ts";
import type { paymentAction, transactionDraft } from "../payments/schemas.ts";
import type { addressDraft } from "../wire/address.ts";

// Everything that the SDK's types allow a client to send is returned or rejected.

/** Documented members that the schema lacks and would drop. */
type Lost<Documented, Schema extends z.ZodType> = Exclude<keyof Documented, keyof z.input<Schema>>;

/** The same for each action of the schema. */
type LostOf<Documented extends { action: string }, Schema extends z.ZodType> = {
  [A in (z.input<Schema> & { action: string })["action"]]: Exclude<
    keyof Extract<Documented, { action: A }>,
    keyof Extract<z.input<Schema>, { action: A }>
  >;
}[(z.input<Schema> & { action: string })["action"]];

test("every member in the SDK's types is in its schema", () => {
  expectTypeOf<Lost<current.AddressDraft, typeof addressDraft>>().toBeNever();
  expectTypeOf<Lost<current.MyCartDraft, typeof myCartDraft>>().toBeNever();
  expectTypeOf<Lost<current.CartDraft, typeof cartDraft>>().toBeNever();
  expectTypeOf<Lost<current.LineItemDraft & current.MyLineItemDraft, typeof lineDraft>>().toBeNever();
  expectTypeOf<LostOf<current.CartUpdateAction, typeof cartAction>>().toBeNever();
  expectTypeOf<LostOf<current.MyCartUpdateAction, typeof myCartAction>>().toBeNever();
  expectTypeOf<Lost<current.ReplicaCartDraft, typeof replicaDraft>>().toBeNever();
  expectTypeOf<Lost<current.MergeCartDraft, typeof mergeDraft>>().toBeNever();
  expectTypeOf<Lost<current.OrderFromCartDraft, typeof orderDraft>>().toBeNever();
  expectTypeOf<LostOf<current.OrderUpdateAction, typeof orderAction>>().toBeNever();
  expectTypeOf<LostOf<current.PaymentUpdateAction, typeof paymentAction>>().toBeNever();
  expectTypeOf<Lost<current.TransactionDraft, typeof transactionDraft>>().toBeNever();
  expectTypeOf<LostOf<previous.PaymentUpdateAction, typeof paymentAction>>().toBeNever();
  expectTypeOf<Lost<current.MyCustomerDraft, typeof myCustomerDraft>>().toBeNever();
  expectTypeOf<Lost<current.CustomerDraft, typeof customerDraft>>().toBeNever();
  expectTypeOf<Lost<current.MyCustomerSignin, typeof mySignIn>>().toBeNever();
  expectTypeOf<Lost<current.CustomerSignin, typeof signIn>>().toBeNever();
  expectTypeOf<Lost<previous.CartDraft & previous.MyCartDraft, typeof cartDraft>>().toBeNever();
  expectTypeOf<LostOf<previous.CartUpdateAction, typeof cartAction>>().toBeNever();
  expectTypeOf<LostOf<previous.OrderUpdateAction, typeof orderAction>>().toBeNever();
  expectTypeOf<Lost<previous.CustomerDraft & previous.MyCustomerDraft, typeof customerDraft>>().toBeNever();
});
