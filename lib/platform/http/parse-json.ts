/** Deeper than any input that we or Next accept. */
const mostLevels = 64;

/**
 * JSON.parse that rejects nesting deep enough to overflow the stack of code that walks the result.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  let level = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') inText = !inText;
    else if (inText) at += character === "\\" ? 1 : 0;
    else if (character === "[" || character === "{") level += 1;
    else if (character === "]" || character === "}") level -= 1;
    if (level > mostLevels) throw new SyntaxError(`JSON nested deeper than ${mostLevels} levels`);
  }
  return JSON.parse(text);
}
