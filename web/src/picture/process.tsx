import type { ProcessBox } from "./layout.js";
import { badgesOf, describe, leads, shortState, signs } from "./words.js";

interface Props {
  readonly box: ProcessBox;
  /** It makes the step at hand. */
  readonly acts: boolean;
  readonly isChosen: boolean;
  /** It is another one in the picture beside. */
  readonly differs: boolean;
  /** Where it comes from, if it is new. */
  readonly from?: { readonly x: number; readonly y: number };
  readonly gone?: boolean;
  choose?(): void;
}

/** One process: its state by a sign, its name and number, what it sleeps in, and what it has. */
export function ProcessNode({ box, acts, isChosen, differs, from, gone = false, choose }: Props) {
  const { process, x, y, width, height } = box;
  const leading = leads(process);
  const classes = [
    "process",
    process.state,
    acts && "acts",
    isChosen && "chosen",
    differs && "differs",
    from && "new",
    gone && "gone",
  ];
  return (
    <g
      class={classes.filter(Boolean).join(" ")}
      style={{
        transform: `translate(${x}px, ${y}px)`,
        "--from": from ? `translate(${from.x}px, ${from.y}px)` : "none",
      }}
      {...(choose && {
        role: "button",
        // The names of attributes in SVG are what they are: tabIndex is none.
        tabindex: 0,
        "aria-label": describe(process),
        "aria-pressed": isChosen,
        onClick: choose,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          choose();
        },
      })}
    >
      <title>{describe(process)}</title>
      <rect class="body" width={width} height={height} rx="8" />
      <text class="sign" x="16" y="21">
        {signs[process.state]}
      </text>
      <text class="name" x="30" y="21">
        {short(process.name)}
      </text>
      <text class="pid" x={width - 8} y="21">
        {leading === "session" ? "◆ " : leading === "group" ? "◇ " : ""}
        {process.pid}
      </text>
      <text class="detail" x="10" y="41">
        {process.state === "running" ? "" : shortState(process)}
      </text>
      <text class="badges" x={width - 8} y="41">
        {badgesOf(process)
          .map(([word]) => word)
          .join(" ")}
      </text>
      {differs && (
        <text class="unequal" x={width - 4} y="-2">
          ≠
        </text>
      )}
    </g>
  );
}

/** As much of a name as there is room for. */
function short(name: string): string {
  return name.length > 10 ? `${name.slice(0, 9)}…` : name;
}
