export type { EventType, OrderEvent } from "./events.ts";
export { eventParts, type NewEvent, recordEvents } from "./record-events.ts";
