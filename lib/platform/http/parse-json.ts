/** Deeper than anything that we or Next take. */
const mostLevels = 64;

/**
 * What JSON.parse makes of a text, unless it is nested so deep that whatever walks through it would run out of stack.
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
    if (level > mostLevels) throw new SyntaxError(`JSON of more than ${mostLevels} levels`);
  }
  return JSON.parse(text);
}
