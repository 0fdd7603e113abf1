export { notifyOrderPlaced } from "./notify-order-placed.ts";
