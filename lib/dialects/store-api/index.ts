export { cartLook, cartResponse, cartResult, toCartResponse } from "./cart-response.ts";
export { errorTable, toFailure } from "./errors.ts";
export { cartHandle, cartHeaders } from "./headers.ts";
export { type OrderResponse, orderResponse, toOrderResponse } from "./order-response.ts";
export { productResponse, toProductResponse } from "./product-response.ts";
export type { StoreResult } from "./result.ts";
export { storeRoute } from "./route.ts";
