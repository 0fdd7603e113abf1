import type { Comparison, Filter, Value } from "#lib/platform/filter/index.ts";
import { sizeFault, syntaxFault } from "./syntax-fault.ts";
import { type Token, tokensOf } from "./tokens.ts";
import type { Variables } from "./variables.ts";

const maxLength = 20_000;
const maxDepth = 32;

const comparisons: Record<string, Comparison> = {
  "=": "=",
  "!=": "!=",
  "<>": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/**
 * Parses a query predicate, replacing `:name` with the value in `variables`. Hand-written: the grammar is a
 * dozen rules, and its errors are part of the wire format.
 * @throws validation_failed with details { parameter: "where" }
 */
export function parsePredicate(text: string, variables: Variables = new Map()): Filter {
  if (text.length > maxLength) throw sizeFault(`It holds more than ${maxLength} characters.`);
  const parser = new Parser(text, variables);
  return parser.whole();
}

/** A recursive descent parser over the tokens of one text. */
class Parser {
  readonly #text: string;
  readonly #variables: Variables;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, variables: Variables) {
    this.#text = text;
    this.#variables = variables;
    this.#tokens = tokensOf(text);
  }

  whole(): Filter {
    const filter = this.#chain("or");
    if (this.#peek().kind !== "end") throw this.#fault("'and', 'or' or the end");
    return filter;
  }

  /** `and` binds tighter than `or`. */
  #chain(word: "and" | "or"): Filter {
    const part = () => (word === "or" ? this.#chain("and") : this.#unary());
    const first = part();
    const filters = [first];
    while (this.#takeWord(word)) filters.push(part());
    return filters.length === 1 ? first : { kind: word, filters };
  }

  #unary(): Filter {
    if (this.#isSign("(")) return this.#inParentheses();
    if (this.#takeWord("not")) return { kind: "not", filter: this.#inParentheses() };
    const field = this.#fieldName();
    if (this.#isSign("(")) return { kind: "within", field, filter: this.#inParentheses() };
    return this.#test(field);
  }

  #inParentheses(): Filter {
    this.#takeSign("(");
    this.#depth++;
    if (this.#depth > maxDepth) throw sizeFault(`It nests more than ${maxDepth} levels deep.`);
    const filter = this.#chain("or");
    this.#depth--;
    this.#takeSign(")");
    return filter;
  }

  #test(field: string): Filter {
    const token = this.#peek();
    const operator = token.kind === "sign" ? comparisons[token.text] : undefined;
    if (operator) {
      this.#next++;
      return { kind: "compare", field, operator, value: this.#value() };
    }
    if (this.#takeWord("is")) return this.#isWhat(field);
    if (this.#takeWord("contains")) {
      const mode = this.#oneOf("all", "any");
      return { kind: "contains", field, mode, values: this.#values() };
    }
    if (this.#takeWord("matches")) return this.#matchesIgnoringCase(field);
    const negated = this.#takeWord("not");
    if (!this.#takeWord("in")) throw this.#fault("a comparison operator, not, in, contains, is or matches");
    const filter: Filter = { kind: "in", field, values: this.#values() };
    return negated ? { kind: "not", filter } : filter;
  }

  #isWhat(field: string): Filter {
    const negated = this.#takeWord("not");
    const filter: Filter = { kind: this.#oneOf("defined", "empty"), field };
    return negated ? { kind: "not", filter } : filter;
  }

  #matchesIgnoringCase(field: string): Filter {
    this.#oneOf("ignore");
    this.#oneOf("case");
    const token = this.#peek();
    const value = this.#value();
    if (typeof value !== "string") throw syntaxFault(this.#text, token.at, "a string");
    return { kind: "matches-ignoring-case", field, value };
  }

  /** A list in parentheses, or a variable that stands for one. */
  #values(): Value[] {
    const token = this.#peek();
    if (token.kind === "variable") return this.#variable(token);
    this.#takeSign("(");
    const values = [this.#value()];
    while (this.#isSign(",")) {
      this.#next++;
      values.push(this.#value());
    }
    this.#takeSign(")");
    return values;
  }

  #value(): Value {
    const token = this.#peek();
    if (token.kind === "variable") {
      const [value, ...more] = this.#variable(token);
      if (value === undefined || more.length > 0)
        throw syntaxFault(this.#text, token.at, `one value in 'var.${token.text}'`);
      return value;
    }
    this.#next++;
    if (token.kind === "string") return token.text;
    if (token.kind === "number") return token.value;
    const word = token.kind === "name" ? token.text.toLowerCase() : "";
    if (word === "true" || word === "false") return word === "true";
    throw syntaxFault(this.#text, token.at, "a value");
  }

  #variable(token: Token): Value[] {
    this.#next++;
    const values = this.#variables.get(token.text);
    if (!values) throw syntaxFault(this.#text, token.at, `a value in 'var.${token.text}'`);
    return [...values];
  }

  #fieldName(): string {
    const { kind, text } = this.#peek();
    if (kind !== "quoted-name" && (kind !== "name" || this.#isWord("and") || this.#isWord("or")))
      throw this.#fault("a field");
    this.#next++;
    return text;
  }

  #oneOf<W extends string>(...words: W[]): W {
    const word = words.find((candidate) => this.#takeWord(candidate));
    if (word === undefined) throw this.#fault(words.map((each) => `'${each}'`).join(" or "));
    return word;
  }

  #takeWord(word: string): boolean {
    const taken = this.#isWord(word);
    if (taken) this.#next++;
    return taken;
  }

  #takeSign(sign: string): void {
    if (!this.#isSign(sign)) throw this.#fault(`'${sign}'`);
    this.#next++;
  }

  #isWord(word: string): boolean {
    const { kind, text } = this.#peek();
    return kind === "name" && text.toLowerCase() === word;
  }

  #isSign(sign: string): boolean {
    const { kind, text } = this.#peek();
    return kind === "sign" && text === sign;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: "end", text: "", at: this.#text.length };
  }

  #fault(expected: string): Error {
    return syntaxFault(this.#text, this.#peek().at, expected);
  }
}
