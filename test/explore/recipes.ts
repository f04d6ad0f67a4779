/** A recipe of examples/races. */
export interface Recipe {
  /** The name of its trace. */
  readonly name: string;
  /** A schedule that breaks it; undefined if none does. */
  readonly breaks?: string;
}

/** The recipes, in the order in which docs/races.md has them. */
export const recipes: readonly Recipe[] = [
  { name: "parent-only", breaks: "job,shell" },
  { name: "child-only", breaks: "timeout,job" },
  { name: "both" },
  { name: "terminal-before-the-group", breaks: "shell,job" },
  { name: "terminal-by-the-shell", breaks: "shell,job,job,job,shell" },
  { name: "terminal-by-the-child", breaks: "shell,job,job,shell" },
  { name: "terminal-safe" },
  { name: "pipeline", breaks: "ls,shell,less" },
  { name: "pipeline-safe" },
  { name: "lost-wakeup", breaks: "job,shell" },
  { name: "lost-wakeup-safe" },
  { name: "kill-a-group", breaks: "job,daemon,runner" },
];
