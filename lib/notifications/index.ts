export { notifyOrderExpired } from "./notify-order-expired.ts";
export { notifyOrderPlaced } from "./notify-order-placed.ts";
