import { Pid } from "../process";
import { Syscall } from "../syscall";
import { Letter, anyIs } from "./letters";

/** The calls that are made before any is tried, each by one process. */
export class Beginning {
  private readonly letters: Letter[] = [];
  private readonly callers: Pid[] = [];

  add(caller: Pid, letter: Letter): void {
    this.letters.push(letter);
    this.callers.push(caller);
  }

  /** Makes them all, each in its first way. */
  make(): void {
    for (let i = 0; i < this.letters.length; i++) this.letters[i].make(this.callers[i]);
  }

  get makesTerminals(): bool { return anyIs(this.letters, Syscall.OPENPTY); }
}
