import { printLine } from "../process/output.ts";

const attempts = 3;

/**
 * Starts a part of the shop that chooses its ports: again if that fails, because another program may take a port
 * first. What a failed attempt prints is shown only if it was the last.
 */
export async function onFreePorts<T>(
  name: string,
  start: (print: (line: string) => void) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const held: string[] = [];
    let isDecided = false;
    const print = (line: string) => (isDecided ? printLine(name, line) : void held.push(line));
    const show = () => {
      isDecided = true;
      for (const line of held) print(line);
    };
    try {
      const started = await start(print);
      show();
      return started;
    } catch (error) {
      if (attempt < attempts) continue;
      show();
      throw error;
    }
  }
}
