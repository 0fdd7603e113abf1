export { storeApi } from "./api.ts";
export { cartResponse, cartResult, toCartResponse } from "./cart-response.ts";
export { storeDocument } from "./contract.ts";
export { errorsOf, type StoreRoute, storeDialect, storeRoute } from "./dialect.ts";
export { errorTable } from "./errors.ts";
export { cartHandle, cartHeaders } from "./headers.ts";
export { type OrderResponse, orderResponse, orderResult, toOrderResponse } from "./order-response.ts";
export { productResponse, toProductResponse } from "./product-response.ts";
export { storeRoutes } from "./routes.ts";
