// The letters on the page: each shown once and in order, old buttons retired, the reader never moved against their will.
"use strict";

const log = document.getElementById("letters");
const fresh = document.getElementById("fresh");
const words = (name) => document.getElementById(name).content.cloneNode(true);

const idOf = (li) => Number(li.dataset.id || Infinity);
const newest = () => Math.max(0, ...[...log.children].map(idOf).filter(Number.isFinite));
const find = (name, value) => [...log.children].find((li) => li.dataset[name] === value);

let focusNext = false; // a button was pressed: focus goes to the first new message
let follow = false; // the reader has just sent something: show what comes

function show(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const letters = [...holder.content.querySelectorAll("li[data-id]")];
  const stay = !follow && !anchor && !atEnd();
  const added = letters.filter(place);
  const said = added.find((li) => li.classList.contains("bot"));
  if (!said) return;
  if (stay) return offer(said);
  bring(said);
  if (focusNext) said.focus({ preventScroll: true });
  focusNext = follow = false;
}

function place(li) {
  if (document.getElementById(li.id)) return false;
  const pending = li.dataset.sent && find("pending", li.dataset.sent);
  const focused = pending && pending === document.activeElement;
  log.insertBefore(li, [...log.children].find((other) => idOf(other) > idOf(li)) || null);
  if (focused) li.focus({ preventScroll: true });
  if (pending) pending.remove();
  if (li.dataset.screen) retire(li.dataset.screen, li.dataset.choice);
  retireOld();
  return true;
}

// Buttons that have been used, or that a newer screen replaces, become words.
function retire(screen, choice) {
  for (const form of log.querySelectorAll("form.choices")) {
    if (form.dataset.screen === screen) form.replaceWith(past(form, choice));
  }
}

function retireOld() {
  const forms = [...log.querySelectorAll("form.choices")];
  forms.slice(0, -1).forEach((form) => form.replaceWith(past(form, "")));
}

function past(form, choice) {
  const list = Object.assign(document.createElement("ul"), { className: "past" });
  for (const button of form.querySelectorAll("button")) {
    const item = document.createElement("li");
    item.append(...button.childNodes);
    if (button.value === choice) {
      item.className = "chosen";
      item.append(" ", words("chosen"));
    }
    list.append(item);
  }
  return list;
}

const root = document.scrollingElement;
const atEnd = () => root.scrollHeight - root.scrollTop - window.innerHeight < 120;
let unseen = null;
let anchor = null; // what stays at the top of the screen while an answer comes in several letters
let settled = 0;

function bring(li) {
  const before = li.previousElementSibling;
  if (!anchor || !anchor.isConnected) {
    anchor = before && before.classList.contains("own") ? before : li; // a question stays above its answer
  }
  clearTimeout(settled);
  settled = setTimeout(() => { anchor = null; }, 3000);
  const bar = document.querySelector(".bar").offsetHeight;
  root.scrollTop += anchor.getBoundingClientRect().top - bar - 12;
  unseen = null;
  fresh.hidden = true;
}

// A line that grows below the last message stays in view.
function keepEnd(change) {
  const end = atEnd();
  change();
  if (end) root.scrollTop = root.scrollHeight;
}

function offer(li) {
  unseen = unseen || li;
  fresh.hidden = false;
}

fresh.addEventListener("click", () => {
  const li = unseen;
  anchor = null;
  bring(li);
  li.focus({ preventScroll: true });
});
addEventListener("scroll", () => { if (atEnd()) fresh.hidden = true, unseen = null; }, { passive: true });
