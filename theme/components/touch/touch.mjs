const TOUCHES = ["pointerdown", "pointermove", "touchstart", "wheel", "keydown", "focusin", "click", "input", "change"];

/**
 * Do something once, as soon as the reader does anything at all: what only someone who uses the page needs is not sent to
 * somebody who looks at it.
 * @param {() => void} act
 */
export function onFirstTouch(act) {
  const waiting = new AbortController();
  for (const name of TOUCHES) {
    const heard = () => {
      waiting.abort();
      act();
    };
    addEventListener(name, heard, { capture: true, passive: true, signal: waiting.signal });
  }
}
