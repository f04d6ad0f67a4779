/**
 * The part of WebAssembly's JavaScript interface used here. TypeScript declares it only together
 * with all of the DOM.
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
    static exports(module: Module): { readonly name: string; readonly kind: string }[];
    static imports(
      module: Module,
    ): { readonly module: string; readonly name: string; readonly kind: string }[];
  }

  class Instance {
    constructor(module: Module, imports?: Record<string, unknown>);
    readonly exports: Record<string, unknown>;
  }
}
