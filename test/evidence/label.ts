const NAME = "[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+(?:/[a-z0-9-]+)?";
const LABEL = new RegExp(`^(${NAME}(?: ${NAME})*)(?::|$)`);

/** The rows a step says it shows: the names its comment starts with, up to the colon. */
export function labelsIn(comment: string | undefined): readonly string[] {
  return LABEL.exec(comment ?? "")?.[1]?.split(" ") ?? [];
}

/** The row as the front matter cites it, without the case: `SETPGID-EPERM-5` for `SETPGID-EPERM-5/unsupported`. */
export function rowCited(label: string): string {
  return label.replace(/\/.*/, "");
}
