import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

/** An element of HTML, or of a component that returns one, or nothing. */
export type Markup = ReactElement<{ children?: ReactNode }> | null;

type Own = ReactElement<{ children?: ReactNode }, keyof React.JSX.IntrinsicElements>;

const isVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const isForm = /^(form|input|select|textarea|script|style)$/;
const names: Record<string, string> = { className: "class", htmlFor: "for" };
const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/**
 * The HTML of elements and components, as React writes it without hydration. Components are called where they stand, so
 * that their hooks are those of the component around.
 * @throws for a client component, one that waits, a form's control, and a property that is no text
 */
export function htmlOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(htmlOf).join("");
  if (!isMarkup(node)) throw new Error("Html contains something that is not an element");
  if (node.type === Fragment) return htmlOf(node.props.children);
  if (typeof node.type === "function") return htmlOf(called(node));
  if (typeof node.type !== "string" || isForm.test(node.type))
    throw new Error(`Html contains a ${nameOf(node)}`);
  const { children, ...props } = node.props;
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const start = `<${node.type}${attributes.join("")}`;
  return isVoid.test(node.type) ? `${start}/>` : `${start}>${htmlOf(children)}</${node.type}>`;
}

/** The element of HTML that a component comes to; null if it shows nothing. */
export function ownElement(node: Markup): Own | null {
  let own: ReactNode = node;
  while (isMarkup(own) && typeof own.type === "function") own = called(own);
  if (own === null || own === undefined || own === false) return null;
  if (!isMarkup(own) || typeof own.type !== "string") throw new Error("Html is not of one element");
  return own as Own;
}

function called(element: ReactElement): ReactNode {
  const component = element.type as ((props: unknown) => ReactNode) & { $$typeof?: symbol };
  if (component.$$typeof) throw new Error(`Html contains a client component: ${nameOf(element)}`);
  const result = component(element.props);
  if (result instanceof Promise) throw new Error(`Html contains a component that waits: ${nameOf(element)}`);
  return result;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const isWord = /^(aria|data)-/.test(name);
  if (typeof value === "boolean" && !isWord) return value ? ` ${name}=""` : "";
  if (typeof value === "object" || typeof value === "function") throw new Error(`Html contains a ${name}`);
  if (/^(href|src)$/.test(name) && isScript(String(value))) return "";
  return ` ${names[name] ?? written(name)}="${escaped(String(value))}"`;
}

/** Of SVG's names these have a hyphen. Others are read in any case. */
function written(name: string): string {
  return name.replace(/^(stroke|fill|clip)([A-Z])/, (_all, part, first) => `${part}-${first.toLowerCase()}`);
}

/** Whether a browser that follows the address runs it with the page's rights. React does not write such ones either. */
function isScript(address: string): boolean {
  return /^javascript:/i.test(address.replace(/[\p{Cc} ]/gu, ""));
}

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text;
}

function isMarkup(node: ReactNode): node is ReactElement<{ children?: ReactNode }> {
  return isValidElement(node);
}

function nameOf({ type }: ReactElement): string {
  return typeof type === "string" ? type : (type.name ?? "component");
}
