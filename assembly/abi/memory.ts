import { allocate } from "../arena";

/** Memory for the arguments that the host writes. It lives until the call is over. */
export function realloc(old: usize, oldSize: usize, align: usize, size: usize): usize {
  if (size == 0) return align;
  const at = allocate(size);
  if (oldSize != 0) memory.copy(at, old, min(oldSize, size));
  return at;
}

/**
 * Where results lie that are wider than one word. Calls of the component never nest, so there is
 * one.
 */
export const RESULT: usize = memory.data(64, 8);

/** Writes a list's or a string's address and length. */
export function storeSpan(at: usize, address: usize, length: i32): void {
  store<u32>(at, <u32>address);
  store<i32>(at, length, 4);
}

/** An AssemblyScript string is UTF-16, as is the component's encoding. */
export function storeString(at: usize, text: string): void {
  const size = <usize>text.length << 1;
  const copy = allocate(size);
  memory.copy(copy, changetype<usize>(text), size);
  storeSpan(at, copy, text.length);
}

export function loadString(at: usize): string { return stringAt(load<u32>(at), load<u32>(at, 4)); }

/** The string of so many UTF-16 units at an address. */
export function stringAt(address: usize, length: usize): string {
  return String.UTF16.decodeUnsafe(address, length << 1);
}
