export { storeApi } from "./api.ts";
export { cartResponse } from "./cart-response.ts";
export { errorsOf, type StoreRoute, storeDialect, storeRoute } from "./dialect.ts";
export { errorTable } from "./errors.ts";
export { failureSchemaOf } from "./failure-schemas.ts";
export { cartHandle, cartHeaders } from "./headers.ts";
export { orderResponse, orderResult } from "./order-response.ts";
export { productResponse } from "./product-response.ts";
export { storeRoutes } from "./routes.ts";
