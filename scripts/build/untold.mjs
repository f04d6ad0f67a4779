import {
  CallExpression,
  ClassDeclaration,
  FunctionDeclaration,
  IdentifierExpression,
  NewExpression,
  Node,
  StringLiteralExpression,
  SuperExpression,
} from "assemblyscript";

/**
 * Makes the AssemblyScript transform that leaves texts out of a program: those that are written
 * where a field gets its value, in the call of a constructor or of a function that passes them on.
 * The field stays, and is empty.
 *
 * @param {readonly string[]} fields their names
 */
export function leavingOut(fields) {
  return {
    /** @param {import("assemblyscript").Parser} parser */
    afterParse({ sources }) {
      const own = sources.filter(({ internalPath }) => !internalPath.startsWith("~lib/"));
      const nodes = own.flatMap(({ statements }) => [...nodesIn(statements)]);
      const calls = nodes.flatMap(callAt);
      for (const value of valuesOf(placesOf(nodes, fields), calls))
        if (value instanceof StringLiteralExpression) value.value = "";
    },
  };
}

/**
 * A function, or a class with its constructor.
 *
 * @typedef {{ name: string, base: string, parameters: readonly string[] }} Scope
 */

/**
 * A part of a syntax tree, and what it stands in.
 *
 * @typedef {{ node: Node, scope: Scope }} Placed
 */

/**
 * A call of a function or a constructor, and what it stands in.
 *
 * @typedef {{ callee: string, values: readonly Node[], scope: Scope }} Call
 */

/**
 * @param {unknown} tree
 * @param {Scope} scope
 * @returns {Generator<Placed>}
 */
function* nodesIn(tree, scope = { name: "", base: "", parameters: [] }) {
  if (Array.isArray(tree)) for (const each of tree) yield* nodesIn(each, scope);
  if (!(tree instanceof Node)) return;
  yield { node: tree, scope };
  yield* nodesIn(Object.values(tree), scopeAt(tree, scope));
}

/**
 * @param {Node} node
 * @param {Scope} outer
 * @returns {Scope}
 */
function scopeAt(node, outer) {
  if (node instanceof ClassDeclaration) {
    const base = node.extendsType?.name.identifier.text ?? "";
    return { name: node.name.text, base, parameters: [] };
  }
  if (!(node instanceof FunctionDeclaration)) return outer;
  const parameters = node.signature.parameters.map(({ name }) => name.text);
  const name = node.name.text;
  return name === "constructor" ? { ...outer, parameters } : { name, base: "", parameters };
}

/**
 * @param {Placed} placed
 * @returns {Call[]}
 */
function callAt({ node, scope }) {
  if (node instanceof NewExpression)
    return [{ callee: node.typeName.identifier.text, values: node.args, scope }];
  if (!(node instanceof CallExpression)) return [];
  const { expression, args } = node;
  if (expression instanceof SuperExpression) return [{ callee: scope.base, values: args, scope }];
  if (!(expression instanceof IdentifierExpression)) return [];
  return [{ callee: expression.text, values: args, scope }];
}

/**
 * The arguments that fields get their values from, each as what is called and its number.
 *
 * @param {readonly Placed[]} nodes
 * @param {readonly string[]} fields
 */
function placesOf(nodes, fields) {
  const places = new Set();
  for (const { node, scope } of nodes) {
    if (!(node instanceof FunctionDeclaration)) continue;
    for (const [i, { name, implicitFieldDeclaration }] of node.signature.parameters.entries())
      if (implicitFieldDeclaration && fields.includes(name.text)) places.add(`${scope.name} ${i}`);
  }
  return places;
}

/**
 * What is passed in these places. Where a function passes on what it gets itself, its own argument
 * is one of them from then on.
 *
 * @param {Set<string>} places
 * @param {readonly Call[]} calls
 * @returns {Node[]}
 */
function valuesOf(places, calls) {
  const before = places.size;
  const values = calls.flatMap(({ callee, values, scope }) => {
    const found = values.filter((_, i) => places.has(`${callee} ${i}`));
    for (const value of found) {
      const i = value instanceof IdentifierExpression ? scope.parameters.indexOf(value.text) : -1;
      if (i >= 0) places.add(`${scope.name} ${i}`);
    }
    return found;
  });
  return places.size > before ? valuesOf(places, calls) : values;
}
