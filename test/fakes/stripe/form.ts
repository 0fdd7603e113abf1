type FormValue = string | FormValue[] | { [name: string]: FormValue };
type Tree = Map<string, Tree | string>;

const deepest = 8;

/** Parses Stripe's form encoding, `line_items[0][price_data][currency]=eur`, into objects and lists. */
export function parseForm(text: string): { [name: string]: FormValue } {
  const root: Tree = new Map();
  for (const [name, value] of new URLSearchParams(text)) place(root, keysOf(name), value);
  return Object.fromEntries([...root].map(([name, node]) => [name, plain(node)]));
}

function keysOf(name: string): string[] {
  const [head = "", ...rest] = name.split("[");
  return [head, ...rest.map((part) => part.replace(/\]$/, ""))].slice(0, deepest);
}

function place(tree: Tree, [key = "", ...rest]: string[], value: string): void {
  // "expand[]=a&expand[]=b" appends to a list.
  const name = key === "" ? String(tree.size) : key;
  if (rest.length === 0) {
    tree.set(name, value);
    return;
  }
  const found = tree.get(name);
  const next: Tree = found instanceof Map ? found : new Map();
  tree.set(name, next);
  place(next, rest, value);
}

function plain(node: Tree | string): FormValue {
  if (typeof node === "string") return node;
  const entries = [...node].map(([name, child]): [string, FormValue] => [name, plain(child)]);
  const isList = entries.every(([name]) => /^\d+$/.test(name));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
