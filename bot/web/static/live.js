// Keeps the figures of a notice fresh while it is sent; without it the page loads itself anew.
"use strict";

const SILENT = 15000; // milliseconds without a word, after which the page says that its figures are old
const box = document.getElementById("tien-do");
const spoken = document.getElementById("tien-do-loi");
const lost = document.getElementById("tien-do-mat");
const source = new EventSource(box.dataset.stream);
let heard = Date.now();

source.addEventListener("so", (event) => {
  heard = Date.now();
  lost.hidden = true;
  box.innerHTML = event.data;
});
source.addEventListener("loi", (event) => {
  spoken.textContent = event.data;
});
source.addEventListener("xong", () => {
  source.close();
  clearInterval(watch);
});

const watch = setInterval(() => {
  if (Date.now() - heard < SILENT) return;
  lost.querySelector("span").textContent = box.firstElementChild.dataset.at;
  lost.hidden = false;
}, 1000);
