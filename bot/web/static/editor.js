// The editor of lessons with script: a line's number leads to the line, and a draft is kept every ten seconds.
// Without it the lists and buttons do the same.
"use strict";

const EVERY = 10000; // milliseconds
const sheet = document.getElementById("soan");
const box = document.getElementById("van-ban");
const kept = document.getElementById("da-giu");
let last = box.value;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  if (!link) return;
  event.preventDefault();
  goTo(Number(link.dataset.line));
});

function goTo(line) {
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  box.setSelectionRange(start, start + (lines[line - 1] || "").length);
  box.blur(); // a browser scrolls to the cursor when the box gets the focus
  box.focus();
}

async function keep() {
  if (box.value === last) return;
  const now = box.value;
  try {
    const form = new URLSearchParams(new FormData(sheet));
    const answer = await fetch(sheet.dataset.autosave, { method: "POST", body: form, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    last = now;
    kept.textContent = (await answer.text()).trim();
  } catch (error) {
    // Without a network or a login the text stays in the box, and the next round tries again.
    kept.textContent = document.getElementById("chua-giu").content.textContent;
  }
}

setInterval(keep, EVERY);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) keep();
});
sheet.addEventListener("submit", () => {
  last = box.value;
});
