export { expand } from "./expand.ts";
export { resolvers } from "./resolvers.ts";
