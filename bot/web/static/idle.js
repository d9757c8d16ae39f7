// Two minutes before a login that nobody uses ends, the page says so, and a button keeps it open.
"use strict";
(() => {
  const place = document.querySelector("[data-wait]");
  if (!place) return;
  const [soon, over] = place.children;
  const wait = () => setTimeout(() => { place.hidden = false; }, Number(place.dataset.wait) * 1000);

  place.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch("/can-bo/con-lam", { redirect: "manual" }).catch(() => null);
    const open = answer !== null && answer.status === 204;
    place.hidden = open;
    soon.hidden = !open;
    over.hidden = open;
    if (open) wait();
  });
  wait();
})();
