// Memory that lives for one call of the component: the arguments, what is built while it runs, and
// the results until the host has read them. Nothing in it is ever freed alone; the next call begins
// with it empty.

const CHUNK: usize = 65536;

@unmanaged
class Chunk {
  next: Chunk;
  end: usize;
}
const CHUNK_HEADER: usize = 16;

let chunk = newChunk(CHUNK);
let top: usize = changetype<usize>(chunk) + CHUNK_HEADER;
/** The call is over; whoever allocates next starts anew. */
let stale: bool = false;

function newChunk(size: usize): Chunk {
  const made = changetype<Chunk>(heap.alloc(size + CHUNK_HEADER));
  made.next = changetype<Chunk>(0);
  made.end = changetype<usize>(made) + size + CHUNK_HEADER;
  return made;
}

/** Keeps the oldest chunk and gives the others back. */
function empty(): void {
  while (changetype<usize>(chunk.next) != 0) {
    const older = chunk.next;
    heap.free(changetype<usize>(chunk));
    chunk = older;
  }
  top = changetype<usize>(chunk) + CHUNK_HEADER;
}

/** `size` bytes, aligned to 8, not cleared. */
export function allocate(size: usize): usize {
  if (stale) {
    empty();
    stale = false;
  }
  const at = (top + 7) & ~7;
  if (at + size > chunk.end) {
    const more = newChunk(size > CHUNK ? size : CHUNK);
    more.next = chunk;
    chunk = more;
    top = changetype<usize>(more) + CHUNK_HEADER + size;
    return changetype<usize>(more) + CHUNK_HEADER;
  }
  top = at + size;
  return at;
}

/** Everything allocated so far may go once the host has read the results. */
export function release(): void { stale = true; }
