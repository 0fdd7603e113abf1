import type * as current from "@commercetools/platform-sdk";
import type * as previous from "platform-sdk-8";
import { expectTypeOf, test } from "vitest";
import type { WireCart } from "../carts/to-cart.ts";
import type { WireCategory } from "../categories/to-category.ts";
import type { toCustomer } from "../customers/to-customer.ts";
import type { WireCartDiscount, WireDiscountCode } from "../discounts/to-discount.ts";
import type { WireOrder } from "../orders/to-order.ts";
import type { WirePayment } from "../payments/to-payment.ts";
import type { WireProduct } from "../products/to-product.ts";
import type { WireProjection } from "../products/to-projection.ts";
import type { WireProductType } from "../settings/product-type.ts";
import type { WireProject } from "../settings/to-project.ts";
import type { WireShippingMethod, WireZone } from "../shipping/to-shipping-method.ts";

// Clients read whatever the SDK's types promise, without checking for it.

/** The same shape, but with any text in place of the SDK's enumerations. */
type Shape<T> = T extends string ? string : T extends object ? { [K in keyof T]: Shape<T[K]> } : T;

test("answers have every member that the SDK's types require, at every depth", () => {
  expectTypeOf<WireCart>().toExtend<Shape<current.Cart & previous.Cart>>();
  expectTypeOf<WireOrder>().toExtend<Shape<current.Order & previous.Order>>();
  expectTypeOf<WirePayment>().toExtend<Shape<current.Payment & previous.Payment>>();
  expectTypeOf<ReturnType<typeof toCustomer>>().toExtend<Shape<current.Customer & previous.Customer>>();
  expectTypeOf<WireProduct>().toExtend<Shape<current.Product & previous.Product>>();
  expectTypeOf<WireProjection>().toExtend<Shape<current.ProductProjection & previous.ProductProjection>>();
  expectTypeOf<WireCategory>().toExtend<Shape<current.Category & previous.Category>>();
  expectTypeOf<WireShippingMethod>().toExtend<Shape<current.ShippingMethod & previous.ShippingMethod>>();
  expectTypeOf<WireZone>().toExtend<Shape<current.Zone & previous.Zone>>();
  expectTypeOf<WireDiscountCode>().toExtend<Shape<current.DiscountCode & previous.DiscountCode>>();
  expectTypeOf<WireCartDiscount>().toExtend<Shape<current.CartDiscount & previous.CartDiscount>>();
  expectTypeOf<WireProductType>().toExtend<Shape<current.ProductType & previous.ProductType>>();
  expectTypeOf<WireProject>().toExtend<Shape<current.Project & previous.Project>>();
});
