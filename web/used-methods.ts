import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { type Node, replaced, visit } from "../scripts/build/syntax.mjs";

/** The glue of the page's component: what JavaScript needs to use it. */
const glue = /\/wasm\/page\/kernel\.js$/;

/** The module through which the page uses machines. */
const user = fileURLToPath(new URL("../dist/model/machine.js", import.meta.url));

/**
 * Leaves out of the glue the methods that the page does not call. Each has all that it lifts and
 * lowers written out, and no bundler can know that nobody calls it.
 */
export function usedMethods(): Plugin {
  return {
    name: "used-methods",
    apply: "build",
    async transform(code, id) {
      if (!glue.test(id)) return null;
      const calls = await readFile(user, "utf8");
      const unused = methodsIn(this.parse(code)).filter(({ name }) => !calls.includes(`.${name}(`));
      if (unused.length === 0) throw new Error("the glue has another form: see used-methods.ts");
      return { code: replaced(code, unused, "undefined"), map: null };
    },
  };
}

interface Method {
  readonly name: string;
  /** Where the function is that is the method. */
  readonly start: number;
  readonly end: number;
}

/** Every `Class.prototype.name = function …`, in the order of the text. */
function methodsIn(program: object): Method[] {
  const methods: Method[] = [];
  visit(program, (node) => {
    if (node.type !== "AssignmentExpression") return;
    const { left, right } = node as unknown as { left: Member; right: Node };
    if (left.object?.property?.name === "prototype" && right.type === "FunctionExpression")
      methods.push({ name: left.property?.name ?? "", start: right.start, end: right.end });
  });
  return methods.sort((a, b) => a.start - b.start);
}

interface Member {
  readonly object?: Member;
  readonly property?: { readonly name?: string };
}
