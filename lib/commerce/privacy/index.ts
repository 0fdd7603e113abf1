export { deleteAccount } from "./delete-account.ts";
export { eraseOrders } from "./erase-orders.ts";
export { releaseAccount } from "./release-account.ts";
export { accountEnds } from "./verbs.ts";
