export * from "./page";
export * from "./abi/catalog";
export * from "./abi/comparison";
export * from "./abi/exploration";
