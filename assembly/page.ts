// What the playground's component exports: machines. The page has the catalogue as data.
import "./abi/abort";
export { realloc as cabi_realloc } from "./abi/memory";
export * from "./abi/calls";
export * from "./abi/machine";
export * from "./abi/scene";
