import "./abi/abort";
export { realloc as cabi_realloc } from "./abi/memory";
export * from "./abi/calls";
export * from "./abi/catalog";
export * from "./abi/comparison";
export * from "./abi/exploration";
export * from "./abi/machine";
export * from "./abi/scene";
