import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import "./modal.css";

interface ModalProps {
  /** What the button says, and the title of what it opens. */
  readonly name: string;
  /** The class of the dialog. */
  readonly kind: string;
  /** What is inside, made anew each time that it opens. */
  children(close: () => void): ComponentChildren;
}

/** A button, and the dialog that it opens. */
export function Modal({ name, kind, children }: ModalProps) {
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const close = () => dialog.current?.close();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {name}
      </button>
      <dialog
        ref={dialog}
        class={`modal ${kind}`}
        aria-labelledby={title}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {isOpen && (
          <div class="inside">
            <div class="top">
              <h2 id={title}>{name}</h2>
              <button type="button" class="close" aria-label="Close" onClick={close}>
                <span aria-hidden="true">×</span>
              </button>
            </div>
            {children(close)}
          </div>
        )}
      </dialog>
    </>
  );
}
