// The chat page with script: nothing written is lost or doubled, new letters come by themselves (letters.js shows them).
// Without it every form still works.
"use strict";

const compose = document.getElementById("compose");
const box = document.getElementById("viet");
const statusLine = document.getElementById("status");

// What must outlive a reload. A phone that forbids storage still chats, it only forgets.
const memory = {};

function read(name, otherwise) {
  if (name in memory) return memory[name];
  try {
    return JSON.parse(localStorage.getItem("camtay-" + name)) || otherwise;
  } catch (error) {
    return otherwise;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem("camtay-" + name, JSON.stringify(value));
  } catch (error) {
    memory[name] = value;
  }
}

const outbox = () => read("outbox", []);

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function write(message) {
  keep("outbox", [...outbox(), message]);
  follow = true;
  anchor = null;
  const li = draw(message);
  bring(li);
  if (focusNext) li.focus({ preventScroll: true }); // the pressed button is gone
  flush();
}

function draw(message) {
  const li = words("own").firstElementChild;
  li.dataset.pending = message.id;
  li.querySelector(".bubble p").textContent = message.label || message.text;
  log.append(li);
  return state(li, "sending");
}

function state(li, name) {
  if (!li) return null;
  const line = li.querySelector(".state");
  if (line.dataset.name === name) return li;
  line.dataset.name = name;
  keepEnd(() => line.replaceChildren(words(name)));
  li.classList.toggle("unsent", name !== "sending");
  const again = line.querySelector("button");
  if (again) again.addEventListener("click", flush);
  return li;
}

let busy = false;
let tries = 0;
let timer = 0;

async function flush() {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  let message;
  while ((message = outbox()[0])) {
    state(find("pending", message.id), "sending");
    const answer = await post(message);
    if (answer === null) break;
    keep("outbox", outbox().filter((other) => other.id !== message.id));
    tries = 0;
    if (answer) show(answer);
    else state(find("pending", message.id), "refused");
  }
  busy = false;
  tell();
  if (message) later();
}

function later() {
  outbox().forEach((message) => state(find("pending", message.id), "unsent"));
  timer = setTimeout(flush, Math.min(30, 3 * 2 ** tries++) * 1000);
}

// The new letters as HTML; "" where the server will never take the message; null where it is to be sent again.
async function post(message) {
  const stop = new AbortController();
  const slow = setTimeout(() => stop.abort(), 30000);
  const waiting = setTimeout(() => tell("waiting"), 1000);
  try {
    const { id, text, choice, screen } = message;
    const response = await fetch("/chat?sau=" + newest(), {
      method: "POST",
      headers: { "X-Camtay": "script" },
      body: new URLSearchParams(choice ? { id, choice, screen } : { id, text }),
      credentials: "same-origin",
      signal: stop.signal,
    });
    if (response.ok) return await response.text();
    if (response.status === 401) renew();
    return response.status === 400 || response.status === 413 ? "" : null;
  } catch (error) {
    return null; // no network, or no answer in time
  } finally {
    clearTimeout(slow);
    clearTimeout(waiting);
  }
}

// The cookie is gone: loading the page gives a new one. Once only, for a phone that refuses cookies.
function renew() {
  if (sessionStorage.getItem("camtay-renewed")) return;
  sessionStorage.setItem("camtay-renewed", "1");
  location.replace("/");
}

function tell(name) {
  const said = navigator.onLine ? name : "away";
  if ((statusLine.dataset.name || "") === (said || "")) return;
  statusLine.dataset.name = said || "";
  keepEnd(() => statusLine.replaceChildren(...(said ? [words(said)] : [])));
}

function writeText(event) {
  event.preventDefault();
  const text = box.value.trim();
  if (text) {
    box.value = "";
    keep("draft", "");
    write({ id: newId(), text });
  }
  box.focus();
}
compose.addEventListener("submit", writeText);
box.addEventListener("input", () => keep("draft", box.value));
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) writeText(event);
});
// The second half of a double click falls on whatever button has come in between.
log.addEventListener("click", (event) => { if (event.detail > 1) event.preventDefault(); });
document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (!form.matches("form.choices") || !button) return; // an old browser does not tell the button: it sends the form
  event.preventDefault();
  focusNext = true;
  const message = { id: newId(), choice: button.value, screen: form.dataset.screen, label: button.textContent.trim() };
  retire(message.screen, message.choice);
  write(message);
});

let stream = null;
let silence = 0;

function listen() {
  if (stream) stream.close();
  stream = new EventSource("/chat/events?sau=" + newest());
  stream.onmessage = (event) => { alive(); show(event.data); };
  stream.addEventListener("nhip", alive);
  stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) wait(5); };
  wait(40);
}

// The stream speaks every 15 seconds; a phone that slept may hold a dead one.
const wait = (seconds) => { clearTimeout(silence); silence = setTimeout(listen, seconds * 1000); };
const alive = () => wait(40);

function wake() {
  tell();
  tries = 0;
  listen();
  flush();
}
addEventListener("online", wake);
addEventListener("offline", () => tell());
addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });

const sizes = ["100", "120", "140"];
document.querySelector("[data-size]").addEventListener("click", (event) => {
  event.preventDefault();
  const html = document.documentElement;
  const now = sizes.find((size) => html.classList.contains("size-" + size));
  const next = sizes[(sizes.indexOf(now) + 1) % sizes.length];
  html.classList.replace("size-" + now, "size-" + next);
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = "co-chu=" + next + "; path=/; max-age=31536000; samesite=lax" + secure;
  const button = event.currentTarget;
  button.setAttribute("aria-label", button.getAttribute("aria-label").replace(now, next));
});

if (!box.value) box.value = read("draft", "");
for (const message of outbox()) {
  if (!find("sent", message.id)) draw(message);
}
const last = document.getElementById(log.dataset.last);
if (!location.hash && last) root.scrollTop = last.getBoundingClientRect().top - 80;
addEventListener("load", () => {
  setTimeout(listen, 0);
  flush();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
});
