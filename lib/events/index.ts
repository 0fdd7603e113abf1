export type { EventHandler, EventHandlers, EventName, EventPayload } from "./events.ts";
export { publish } from "./publish.ts";
