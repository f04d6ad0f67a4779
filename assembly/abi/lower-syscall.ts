import { Syscall } from "../syscall";

// The layout of `types.syscall`: its case in a byte at 0, and at 4 a payload of at most three
// fields, each as wide as its type asks.

/** Where the second and the third field of a payload lie, and how wide the fields are. */
class Fields {
  constructor(readonly widths: string, readonly second: usize = 0, readonly third: usize = 0) {}
}
/** A word and a byte: `b` for a field of one byte, `w` for one of four. */
const WORDS = new Fields("www", 4, 8);
const BYTES = new Fields("bbb", 1, 2);

function fieldsOf(syscall: Syscall): Fields {
  switch (syscall) {
    case Syscall.EXECVE:
    case Syscall.EXIT:
    case Syscall.SET_CHILD_SUBREAPER:
    case Syscall.SIGACTION:
    case Syscall.OPEN:
    case Syscall.CLOSE:
    case Syscall.TIOCSCTTY:
    case Syscall.TIOCNOTTY:
    case Syscall.TCGETPGRP:
    case Syscall.TCGETSID:
    case Syscall.TCSETATTR:
    case Syscall.READ:
    case Syscall.WRITE:
    case Syscall.TYPE: return BYTES;
    case Syscall.WAITPID: return WORD_BYTE;
    case Syscall.KILL: return WORD_BYTE_WORD;
    case Syscall.WAITID: return BYTE_WORD_BYTE;
    case Syscall.SIGPROCMASK:
    case Syscall.RAISE: return BYTE_WORD;
    case Syscall.TCSETPGRP: return BYTE_BYTE_WORD;
    default: return WORDS;
  }
}
const WORD_BYTE = new Fields("wbb", 4, 5);
const WORD_BYTE_WORD = new Fields("wbw", 4, 8);
const BYTE_WORD_BYTE = new Fields("bwb", 4, 8);
const BYTE_WORD = new Fields("bww", 4, 8);
const BYTE_BYTE_WORD = new Fields("bbw", 1, 4);

function storeField(at: usize, width: i32, value: i32): void {
  if (width == 0x62) store<u8>(at, <u8>value);
  else store<i32>(at, value);
}

/** Writes the record of a call with these words for its arguments. */
export function storeSyscall(at: usize, syscall: Syscall, a: i32, b: i32, c: i32): void {
  store<u8>(at, <u8>syscall);
  const fields = fieldsOf(syscall);
  storeField(at + 4, fields.widths.charCodeAt(0), a);
  storeField(at + 4 + fields.second, fields.widths.charCodeAt(1), b);
  storeField(at + 4 + fields.third, fields.widths.charCodeAt(2), c);
}
