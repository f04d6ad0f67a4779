import { Errno } from "../errno";
import { Process } from "../process";
import { Call, orderOf } from "../profile";
import { Signal } from "../signal";
import { Effect, answer, note } from "../step";
import { End, Terminal, signalForeground, wakeReaders } from "../terminal";
import { TerminalCall, badDescriptor } from "./descriptor";

/** The cases of `types.keys`. */
const enum Keys { INTERRUPT, QUIT, SUSPEND, TEXT, LINE }

const call = new TerminalCall();

export const BAD_DESCRIPTOR = badDescriptor("type", "XSH write ERRORS EBADF");

/** A user at the terminal types: `write` to the master. */
export function type(caller: Process, number: i32, keys: Keys, count: i32): void {
  call.fill(caller, End.MASTER, number);
  if (orderOf(Call.TYPE).refuses<TerminalCall>(call)) return;
  const terminal = call.terminal;
  if (keys < Keys.TEXT) pressKey(terminal, caller, signalOfKey(keys));
  else enter(terminal, caller, keys == Keys.LINE, count);
}

function signalOfKey(key: Keys): Signal {
  if (key == Keys.INTERRUPT) return Signal.SIGINT;
  return key == Keys.QUIT ? Signal.SIGQUIT : Signal.SIGTSTP;
}

/** What was typed before the key and not read is lost. */
function pressKey(terminal: Terminal, by: Process, signal: Signal): void {
  note(Effect.TYPED, by.pid, terminal.number);
  answer.returns(1);
  signalForeground(terminal, signal);
  terminal.flushInput();
}

/** Text can be read once a newline ends it. */
function enter(terminal: Terminal, by: Process, ends: bool, count: i32): void {
  if (!terminal.takes(count, ends)) {
    answer.refuses(Errno.EAGAIN);
    return;
  }
  note(Effect.TYPED, by.pid, terminal.number);
  answer.returns(count);
  if (!ends) {
    terminal.addText(count);
    return;
  }
  terminal.addLine(count);
  wakeReaders(terminal.number);
}
