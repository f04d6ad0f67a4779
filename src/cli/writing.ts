/**
 * Files that are written while something else goes on. What goes wrong is told at the end, when the
 * report has been written: it may be all that is left.
 */
export class Writing {
  /** Whether a file could not be written: there is little use in going on. */
  failed = false;
  private failure: unknown;
  private readonly all: Promise<void>[] = [];

  add(file: Promise<void>): void {
    const told = file.catch((error) => {
      if (!this.failed) this.failure = error;
      this.failed = true;
    });
    this.all.push(told);
  }

  async settle(): Promise<void> {
    await Promise.all(this.all);
  }

  /** @throws {Failure} if a file could not be written: the first */
  async end(): Promise<void> {
    await this.settle();
    if (this.failed) throw this.failure;
  }
}
