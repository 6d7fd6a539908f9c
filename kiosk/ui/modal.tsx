import './modal.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ModalProps {
  label: string;
  /** veil: a panel over a darkened screen. cover: nothing of the screen is seen. */
  kind: 'veil' | 'cover';
  /** Touched beside the panel. */
  onAside?: () => void;
  /** Touched anywhere but on a button, the panel too. */
  onAnywhere?: () => void;
  children: ComponentChildren;
}

/**
 * Over everything, also over an earlier one: the browser's own top layer keeps what is beneath out of reach. What Escape
 * does is the keypad's (access/keypad); the browser never closes a dialog by itself.
 */
export function Modal({ label, kind, onAside, onAnywhere, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`modal modal-${kind}`}
      aria-label={label}
      onKeyDown={event => {
        if (event.key === 'Escape') event.preventDefault();
      }}
      onClick={event => {
        if (event.target === event.currentTarget) onAside?.();
        if (!(event.target instanceof Element && event.target.closest('button'))) onAnywhere?.();
      }}
    >
      {children}
    </dialog>
  );
}
