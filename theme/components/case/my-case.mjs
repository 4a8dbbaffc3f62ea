import { fromFragment } from "./case-link.mjs";
import { forget, isKept, keepOnDevice, load, onChange, save } from "./case-keeping.mjs";
import {
  emptyCase,
  isEmpty,
  isSame,
  MOST_REPLIES,
  withField,
  withoutReply,
  withReply,
  withReplyMoved,
} from "./case-state.mjs";
import { makeView } from "./case-view.mjs";
import { onFirstTouch } from "../touch/touch.mjs";
import { say } from "./say.mjs";
import { takeAway } from "./take-away.mjs";

/**
 * The page “Make my case”: a form whose every change draws the paper anew. A case that came with the link is shown
 * instead of the reader's own until one of the two is chosen.
 * @param {HTMLElement} root
 */
export function enhance(root) {
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const words = JSON.parse(root.dataset.words);
  let own = load();
  let shared = null;

  const announce = (text) => {
    const status = part("status");
    if (status.textContent !== text) status.textContent = text;
    else {
      // The same words again are spoken only if they were away.
      status.textContent = "";
      requestAnimationFrame(() => (status.textContent = text));
    }
  };
  const view = makeView(root, part, words, (now) => showTakeAway(now));
  const showTakeAway = takeAway(root, part, view.current, announce, words);
  const counted = (text) => say(text, { count: own.replies.length });

  function show() {
    part("shared").hidden = !shared;
    for (const element of root.querySelectorAll('[data-part="own"]')) element.hidden = Boolean(shared);
    part("keep").checked = isKept();
    view.show(shared ?? own);
  }

  function change(next) {
    own = next;
    save(next);
    show();
  }

  root.addEventListener("input", ({ target }) => {
    const { field } = target.dataset;
    if (field) change(withField(own, field, target.value, view.offered(own)[field]));
  });

  part("suggestions").addEventListener("change", ({ target }) => {
    const before = own;
    change(target.checked ? withReply(own, target.value) : withoutReply(own, target.value));
    if (target.checked && before === own) announce(say(words.full, { most: MOST_REPLIES }));
    else announce(counted(target.checked ? words.added : words.taken_out));
  });

  part("chosen").addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (!button || button.hasAttribute("aria-disabled")) return;
    const { id } = button.closest("[data-id]").dataset;
    if (button.dataset.do === "out") takeOut(id);
    else {
      change(withReplyMoved(own, id, button.dataset.do === "up" ? -1 : 1));
      announce(say(words.moved, { place: own.replies.indexOf(id) + 1, count: own.replies.length }));
    }
  });

  function takeOut(id) {
    const place = own.replies.indexOf(id);
    change(withoutReply(own, id));
    const next = part("chosen").children[Math.min(place, own.replies.length - 1)];
    (next?.querySelector('[data-do="out"]') ?? part("chosen-heading")).focus();
    announce(counted(words.taken_out));
  }

  part("use").addEventListener("click", () => settle(shared, words.used));
  part("mine").addEventListener("click", () => settle(own, words.mine_kept));

  /** Have one of the two cases from now on, and take the other out of the address. */
  function settle(next, text) {
    shared = null;
    history.replaceState(null, "", location.pathname + location.search);
    if (next === own) show();
    else change(next);
    announce(text);
    part("first").focus();
  }

  part("keep").addEventListener("change", ({ target }) => {
    const isAllowed = keepOnDevice(target.checked, own);
    if (!isAllowed) target.checked = false;
    announce(isAllowed ? (target.checked ? words.kept : words.not_kept) : words.cannot_keep);
  });

  part("forget").addEventListener("click", () => {
    if (!confirm(words.forget_sure)) return;
    forget();
    own = emptyCase();
    root.querySelector("form").reset();
    show();
    announce(words.forgotten);
    part("first").focus();
  });

  /** Look whether the address carries a case, and whether it is one. */
  function open() {
    const fragment = location.hash.slice(1);
    const isMeant = fragment && !document.getElementById(fragment);
    const { case: found = null, fault = "" } = isMeant ? fromFragment(fragment) : {};
    part("link-fault").textContent = fault ? `${words[`link_${fault}`]} ${words.yours_unchanged}` : "";
    part("link-fault").hidden = !fault;
    shared = found && !isSame(found, own) ? found : null;
    if (found && !shared) history.replaceState(null, "", location.pathname + location.search);
    part("mine").textContent = isEmpty(own) ? words.leave_it : words.keep_mine;
    show();
  }

  addEventListener("hashchange", open);
  // Letters that come late, such as Welsh ones, change what fits.
  document.fonts.addEventListener("loadingdone", show);
  onChange(() => {
    if (isSame(own, load())) return;
    own = load();
    show();
  });
  for (const set of root.querySelectorAll("fieldset[disabled]")) set.disabled = false;
  open();
  onFirstTouch(() => {
    if (view.begin()) show();
  });
}
