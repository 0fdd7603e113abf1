import type * as current from "@commercetools/platform-sdk";
import { expectTypeOf, test } from "vitest";
import type { Nothing } from "#lib/platform/filter/index.ts";
import type { categoryQueryFields } from "../categories/fields.ts";
import type { cartDiscountQueryFields, codeQueryFields } from "../discounts/fields.ts";
import type { productQueryFields } from "../products/product-fields.ts";
import type { projectionFields } from "../products/projection-fields.ts";
import type { cartQueryFields } from "../query/cart-fields.ts";
import type { customerQueryFields } from "../query/customer-fields.ts";
import type { orderQueryFields } from "../query/order-fields.ts";
import type { paymentQueryFields } from "../query/payment-fields.ts";
import type { productTypeFields } from "../settings/product-type-fields.ts";
import type { shippingQueryFields } from "../shipping/fields.ts";

// A predicate on any member that commercetools documents is answered: one that no resource has here matches nothing.

/** The documented members that are no fields, at every depth: "lineItems.taxRate". */
type Unasked<Documented, Fields, Path extends string = ""> = {
  // An `obj` is there only if the caller expands the reference.
  [Name in Exclude<keyof Documented & string, "obj">]-?: Name extends keyof Fields
    ? Inside<NonNullable<Documented[Name]>, Fields[Name], `${Path}${Name}.`>
    : `${Path}${Name}`;
}[Exclude<keyof Documented & string, "obj">];

type Inside<Documented, Field, Path extends string> = Field extends Nothing
  ? never
  : Documented extends readonly (infer Element)[]
    ? Inside<Element, Field, Path>
    : Field extends { fields: infer Fields }
      ? // Languages have no documented names, and an empty list accepts any name.
        string extends keyof Documented | keyof Fields
        ? never
        : Unasked<Documented, Fields, Path>
      : never;

/** A line copies its variant: pictures, prices and stock are asked of the product. */
type OfLines = `lineItems.${`variant.${"images" | "prices" | "availability"}` | `price.${"id" | "country"}`}`;

/** A cart stores the amounts of its totals; the others are computed. */
type Computed =
  | "taxedPrice.taxPortions"
  | "taxedShippingPrice"
  | "discountCodes.state"
  | "discountOnTotalPrice.includedDiscounts"
  | `lineItems.${"taxRate" | "taxedPrice"}`
  | `shippingInfo.${"taxRate" | "taxedPrice" | "discountedPrice"}`;

type OfPayments = "transactions.id" | "paymentMethodInfo.name";

type Pictures = `${string}ariant${"" | "s"}.images`;

test("every documented member is a field, except for what is computed or copied", () => {
  expectTypeOf<Exclude<Unasked<current.Cart, typeof cartQueryFields>, Computed | OfLines>>().toBeNever();
  expectTypeOf<Exclude<Unasked<current.Order, typeof orderQueryFields>, OfLines>>().toBeNever();
  expectTypeOf<Exclude<Unasked<current.Payment, typeof paymentQueryFields>, OfPayments>>().toBeNever();
  expectTypeOf<Unasked<current.Customer, typeof customerQueryFields>>().toBeNever();
  expectTypeOf<Exclude<Unasked<current.Product, typeof productQueryFields>, Pictures>>().toBeNever();
  expectTypeOf<Exclude<Unasked<current.ProductProjection, typeof projectionFields>, Pictures>>().toBeNever();
  expectTypeOf<Unasked<current.ProductType, typeof productTypeFields>>().toBeNever();
  expectTypeOf<Unasked<current.Category, typeof categoryQueryFields>>().toBeNever();
  expectTypeOf<Unasked<current.ShippingMethod, typeof shippingQueryFields>>().toBeNever();
  expectTypeOf<Unasked<current.DiscountCode, typeof codeQueryFields>>().toBeNever();
  expectTypeOf<Unasked<current.CartDiscount, typeof cartDiscountQueryFields>>().toEqualTypeOf<
    "value" | "target" | "cartPredicate"
  >();
});
