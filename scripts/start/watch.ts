import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";

const quietMs = 300;

/** Calls `changed` shortly after files in these folders were written. Returns a function that stops watching. */
export function onSourceChange(folders: string[], changed: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, quietMs);
    }),
  );
  return async () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
