export type { EventType, OrderEvent } from "./events.ts";
export { type NewEvent, recordEvents } from "./record-events.ts";
