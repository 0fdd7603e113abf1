export { parsePredicate } from "./parse.ts";
export { printPredicate } from "./print.ts";
export { type Variables, variablesOf } from "./variables.ts";
