import { LayoutTable } from "./layout-table.tsx";
import { SectionTitle } from "./section-title.tsx";
import { roomAfter, text } from "./theme.ts";
import { TypedText } from "./typed-text.tsx";
import type { Direction, TextBlock } from "./types.ts";

/** Blocks such as addresses, in two columns; on a phone in one. */
export function TextBlocks({ blocks, direction }: { blocks: TextBlock[]; direction: Direction }) {
  const pairs = blocks.flatMap((_, index) => (index % 2 === 0 ? [blocks.slice(index, index + 2)] : []));
  return pairs.map((pair) => (
    <LayoutTable key={pair[0]?.title}>
      <tr>
        {pair.map((block) => (
          <td
            key={block.title}
            width="50%"
            valign="top"
            className="m-stack"
            style={{ paddingBottom: "28px", ...roomAfter(direction, "24px") }}
          >
            <SectionTitle>{block.title}</SectionTitle>
            <div className="m-ink" style={text}>
              {block.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines may read alike, and nothing ever moves
                <div key={index}>
                  <TypedText>{line}</TypedText>
                </div>
              ))}
            </div>
          </td>
        ))}
      </tr>
    </LayoutTable>
  ));
}
