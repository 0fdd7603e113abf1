export { parsePredicate } from "./parse.ts";
export { type Variables, variablesOf } from "./variables.ts";
